import { listInput } from "@/lib/core/lists/list-input";
import { requiredText, z } from "@/lib/core/validation/problems";

export const apiAccess = ["none", "read", "write"] as const;

const access = z.enum(apiAccess).default("none");

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Addresses and networks apart by commas, spaces or lines. */
const networks = z
  .string()
  .max(2000)
  .default("")
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
  .refine((list) => list.every((entry) => network.safeParse(entry).success), {
    error: "networks",
  });

export const createApiClientInput = z
  .object({
    name: requiredText(80),
    customers: access,
    devices: access,
    team: access,
    webhooks: access,
    /** The log can be read, never written. */
    auditLog: z.enum(["none", "read"]).default("none"),
    allowedAddresses: networks,
    /** The last day on which it works; empty: until it is revoked. */
    expiresOn: z.union([z.literal(""), z.iso.date().refine((day) => day < "9999")]).default(""),
  })
  .refine(
    ({ customers, devices, team, webhooks, auditLog }) =>
      [customers, devices, team, webhooks, auditLog].some((given) => given !== "none"),
    { error: "noScope", path: ["customers"] },
  );

export const overlapHours = [0, 1, 24, 168] as const;

export const rotateApiSecretInput = z.object({
  id: z.uuid(),
  /** How many hours the present secret goes on working. */
  overlap: z.coerce
    .number()
    .refine((hours) => overlapHours.some((offered) => offered === hours), { error: "choice" }),
});

export const apiClientReference = z.object({ id: z.uuid() });

export const revokeApiClientInput = z.object({
  id: z.uuid(),
  /** The client's name, typed again. */
  confirmation: z.string().trim().min(1).max(80),
});

export const listApiClientsInput = z.object({
  search: listInput.search,
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  sort: z.enum(["created"]).default("created"),
  state: z.enum(["active", "expired", "revoked", "rotation-due"]).optional(),
  /** A member who owns the clients. */
  owner: z.uuid().optional(),
});
