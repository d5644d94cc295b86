import "server-only";
import { BlockList, isIPv6 } from "node:net";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { apiClients, apiSecrets } from "@/db/schema";
import type { Actor } from "../access/actor";
import { defineCommand } from "../access/use-case";
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
    const refused = { result: undefined, audit: [] };
    const [found] = await transaction
      .select({ client: apiClients, secretId: apiSecrets.id })
      .from(apiSecrets)
      .innerJoin(
        apiClients,
        and(
          eq(apiClients.organizationId, apiSecrets.organizationId),
          eq(apiClients.id, apiSecrets.clientId),
        ),
      )
      .where(
        and(
          eq(apiClients.id, input.id),
          eq(apiSecrets.secretHash, hashSecret(input.secret)),
          isNull(apiClients.revokedAt),
          or(isNull(apiClients.expiresAt), gt(apiClients.expiresAt, now())),
          or(isNull(apiSecrets.expiresAt), gt(apiSecrets.expiresAt, now())),
        ),
      );
    if (!found || !isAllowedFrom(found.client.allowedAddresses, actor.clientAddress)) {
      return refused;
    }
    const lastUsedAt = now();
    await transaction
      .update(apiSecrets)
      .set({ lastUsedAt })
      .where(eq(apiSecrets.id, found.secretId));
    await transaction
      .update(apiClients)
      .set({ lastUsedAt })
      .where(eq(apiClients.id, found.client.id));
    const client: Actor & { kind: "api-client" } = {
      kind: "api-client",
      role: "server-to-server",
      organizationId: actor.organizationId,
      requestId: actor.requestId,
      clientAddress: actor.clientAddress,
      clientId: found.client.id,
      name: found.client.name,
    };
    return { result: { client, scopes: found.client.scopes }, audit: [] };
  },
});

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
