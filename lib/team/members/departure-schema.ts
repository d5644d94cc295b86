import { listInput } from "@/lib/core/lists/list-input";
import { recordVersion, requiredMultilineText, z } from "@/lib/core/validation/problems";
import type { MemberRole } from "./team-schema";

/** The kinds of records that a leaving member hands over, and the roles that can take each over. */
export const handoverKinds = {
  cases: { field: "caseOwnerId", roles: ["admin", "staff"] },
  clients: { field: "clientOwnerId", roles: ["admin"] },
  views: { field: "viewOwnerId", roles: ["admin", "staff"] },
  accessEnds: { field: "accessOwnerId", roles: ["admin"] },
} as const satisfies Record<string, { field: string; roles: readonly MemberRole[] }>;

export type HandoverKind = keyof typeof handoverKinds;

const newOwner = z.union([z.literal(""), z.uuid()]).default("");

export const removeMemberInput = z.object({
  id: z.uuid(),
  reason: requiredMultilineText(300).min(5),
  /** Empty: open cases are left without an assignee. */
  caseOwnerId: newOwner,
  /** Empty: API clients are revoked. */
  clientOwnerId: newOwner,
  /** Empty: the admin who removes the member. */
  viewOwnerId: newOwner,
  /** Who is told when temporary access ends that the member granted; empty: nobody. */
  accessOwnerId: newOwner,
  version: recordVersion.optional(),
});

export const departureReference = z.object({ id: z.uuid() });

export const listDeparturesInput = z.object({
  search: listInput.search,
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  sort: z.enum(["created"]).default("created"),
});
