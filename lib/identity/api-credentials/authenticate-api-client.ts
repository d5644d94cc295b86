import "server-only";
import { BlockList, isIPv6 } from "node:net";
import { and, eq, gt } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { apiClients, apiSecrets, auditEvents } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { hashSecret } from "./api-secret";

/** Splits what a client names itself by; undefined for what cannot be one of ours. */
export function readClientIdentifier(
  identifier: string,
): { organizationId: string; id: string } | undefined {
  const [organizationId, id, ...rest] = identifier.split(".");
  const isRight = [organizationId, id].every((part) => z.uuid().safeParse(part).success);
  return isRight && organizationId && id && rest.length === 0 ? { organizationId, id } : undefined;
}

export const clientSecret = { id: z.uuid(), secret: z.string().max(200) };

/**
 * Checks a client's secret, and where it comes from.
 * @returns the client, or undefined when anything does not fit; and what that leaves in the log
 */
export async function authenticateClient(
  transaction: Transaction,
  actor: Actor,
  input: { id: string; secret: string },
): Promise<{ client: Client | undefined; audit: AuditEntry[] }> {
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
  if (!found) {
    const [named] = await transaction
      .select({ id: apiClients.id, name: apiClients.name })
      .from(apiClients)
      .where(eq(apiClients.id, input.id));
    const audit = named ? await refusal(transaction, named, "secret") : [];
    return { client: undefined, audit };
  }
  const { client, secret } = found;
  const isSecretOver = secret.expiresAt !== null && secret.expiresAt <= now();
  const why = isSecretOver ? "expired" : whyRefused(client, actor.clientAddress);
  if (why) return { client: undefined, audit: await refusal(transaction, client, why) };
  const lastUsedAt = now();
  await transaction.update(apiSecrets).set({ lastUsedAt }).where(eq(apiSecrets.id, secret.id));
  await transaction.update(apiClients).set({ lastUsedAt }).where(eq(apiClients.id, client.id));
  return { client, audit: [] };
}

type Client = typeof apiClients.$inferSelect;

export type ClientRefusal = "revoked" | "expired" | "address";

/** Why a client is turned away though its secret or token is right; undefined when it is not. */
export function whyRefused(
  client: Pick<Client, "revokedAt" | "expiresAt" | "allowedAddresses">,
  address: string | undefined,
): ClientRefusal | undefined {
  if (client.revokedAt) return "revoked";
  if (client.expiresAt && client.expiresAt <= now()) return "expired";
  return isAllowedFrom(client.allowedAddresses, address) ? undefined : "address";
}

const quietMinutes = 10;

/** A line in the log, at most one each ten minutes: a forgotten script calls every second. */
export async function refusal(
  transaction: Transaction,
  client: { id: string; name: string },
  why: ClientRefusal | "secret",
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
