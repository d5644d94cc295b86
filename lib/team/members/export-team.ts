import "server-only";
import { and, asc, inArray, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { ownTarget } from "@/lib/core/audit/own-target";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { reviewing } from "../access-reviews/start-access-review";
import { memberRoles } from "./team-schema";

/** Everybody in the team with what HR and auditors ask for, by name. That it was taken out is written down. */
export const exportTeam = defineCommand({
  name: "exportTeam",
  input: z.object({}),
  requires: reviewing,
  async run({ actor, transaction }) {
    const members = await transaction
      .select()
      .from(users)
      .where(and(inArray(users.role, [...memberRoles]), isNull(users.deletedAt)))
      .orderBy(asc(users.sortName));
    return {
      result: members.map((member) => ({
        externalUserId: member.externalUserId ?? "",
        email: member.email,
        firstName: member.firstName ?? "",
        lastName: member.lastName ?? "",
        role: member.role,
        status: member.status,
        createdAt: member.createdAt,
        lastSeenAt: member.lastSeenAt ?? "",
        accessEndsAt: member.accessEndsAt ?? "",
      })),
      audit: [
        {
          action: "team.exported",
          target: ownTarget(actor),
          changes: { members: { before: null, after: members.length } },
        },
      ],
    };
  },
});
