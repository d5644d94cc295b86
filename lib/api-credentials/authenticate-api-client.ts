import "server-only";
import { BlockList, isIPv6 } from "node:net";
import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { apiClients, apiSecrets, auditEvents } from "@/db/schema";
import type { Actor } from "../access/actor";
import { defineCommand } from "../access/use-case";
import type { AuditEntry } from "../audit/record-audit-events";
import { now } from "../clock";
import { hashSecret } from "./api-secret";

/** Splits what a client names itself by; undefined for what cannot be one of ours. */
export function readClientIdentifier(
  identifier: string,
): { organizationId: string; id: string } | undefined {
  const [organizationId, id, ...rest] = identifier.split(".");
  const isRight = [organizationId, id].every((part) => z.uuid().safeParse(part).success);
  return isRight && organizationId && id && rest.length === 0 ? { organizationId, id } : undefined;
}

/**
 * Checks a client's secret, and where it comes from, as the organization's visitor.
 * @returns the client as an actor, or undefined when anything does not fit
 */
export const authenticateApiClient = defineCommand({
  name: "authenticateApiClient",
  input: z.object({ id: z.uuid(), secret: z.string().max(200) }),
  requires: { action: "create", resource: "entrance" },
  async run({ actor, input, transaction }) {
    const [found] = await transaction
      .select({ client: apiClients, secret: apiSecrets })
      .from(apiSecrets)
      .innerJoin(
        apiClients,
        and(
          eq(apiClients.organizationId, apiSecrets.organizationId),
          eq(apiClients.id, apiSecrets.clientId),
        ),
      )
      .where(and(eq(apiClients.id, input.id), eq(apiSecrets.secretHash, hashSecret(input.secret))));
    if (!found) return { result: undefined, audit: [] };
    const { client: row, secret } = found;
    const why = whyRefused(row, secret, actor.clientAddress);
    if (why) return { result: undefined, audit: await refusal(transaction, row, why) };
    const lastUsedAt = now();
    await transaction.update(apiSecrets).set({ lastUsedAt }).where(eq(apiSecrets.id, secret.id));
    await transaction.update(apiClients).set({ lastUsedAt }).where(eq(apiClients.id, row.id));
    const client: Actor & { kind: "api-client" } = {
      kind: "api-client",
      role: "server-to-server",
      organizationId: actor.organizationId,
      requestId: actor.requestId,
      clientAddress: actor.clientAddress,
      clientId: row.id,
      name: row.name,
    };
    return { result: { client, scopes: row.scopes }, audit: [] };
  },
});

type Client = typeof apiClients.$inferSelect;

/** Why a client with a right secret is turned away all the same; undefined when it is not. */
function whyRefused(
  client: Client,
  secret: typeof apiSecrets.$inferSelect,
  address: string | undefined,
): "revoked" | "expired" | "address" | undefined {
  const isOver = (expiresAt: Date | null) => expiresAt !== null && expiresAt <= now();
  if (client.revokedAt) return "revoked";
  if (isOver(client.expiresAt) || isOver(secret.expiresAt)) return "expired";
  return isAllowedFrom(client.allowedAddresses, address) ? undefined : "address";
}

const quietMinutes = 10;

/** A line in the log, at most one each ten minutes: a forgotten script calls every second. */
async function refusal(
  transaction: Transaction,
  client: Client,
  why: string,
): Promise<AuditEntry[]> {
  const [recent] = await transaction
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.action, "api-client.refused"),
        eq(auditEvents.targetId, client.id),
        gt(auditEvents.createdAt, new Date(now().getTime() - quietMinutes * 60_000)),
      ),
    )
    .limit(1);
  if (recent) return [];
  return [
    {
      action: "api-client.refused",
      target: { type: "api-client", id: client.id, name: client.name },
      changes: { why: { before: null, after: why } },
    },
  ];
}

function isAllowedFrom(networks: string[], address: string | undefined): boolean {
  if (networks.length === 0) return true;
  if (!address) return false;
  const allowed = new BlockList();
  for (const network of networks) {
    const [base = "", length] = network.split("/");
    const family = isIPv6(base) ? "ipv6" : "ipv4";
    if (length) allowed.addSubnet(base, Number(length), family);
    else allowed.addAddress(base, family);
  }
  return allowed.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
