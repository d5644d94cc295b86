import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { apiAccessTokens, apiClients } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { narrowScopes } from "@/lib/core/access/scopes";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { authenticateClient, clientSecret, refusal, whyRefused } from "./authenticate-api-client";
import { createBearerToken, readBearerToken } from "./bearer-token";

/** Ten hours, as clients of the Partner API know it. */
const lifetimeSeconds = 36_000;

type Issued = { token?: string; scopes: string[]; lifetimeSeconds?: number } | undefined;

/**
 * Whether the organization's clients get tokens at a host: at its own, never at another's, and at the portal's own
 * unless that is for another environment.
 */
async function isServedAt(transaction: Transaction, hostSlug: string | undefined) {
  const { slug, environment: ofOrganization } = await getOrganization(transaction);
  if (hostSlug !== undefined) return hostSlug === slug;
  const { API_ENVIRONMENT } = environment();
  return API_ENVIRONMENT === "all" || API_ENVIRONMENT === ofOrganization;
}

/**
 * Gives a client a token for its secret (RFC 6749, 4.4).
 * @returns the token, which is shown this once; `undefined` when the secret does not fit, or not at this host; without a token when
 *   the client asks for scopes that it does not have
 */
export const issueAccessToken = defineCommand({
  name: "issueAccessToken",
  input: z.object({
    ...clientSecret,
    scope: z.string().max(500).default(""),
    /** The slug of the host that was asked, where it is an organization's own. */
    hostSlug: z.string().max(300).optional(),
  }),
  requires: { action: "create", resource: "authentication" },
  async run({ actor, input, transaction }): Promise<{ result: Issued; audit: AuditEntry[] }> {
    const { client, audit } = await authenticateClient(transaction, actor, input);
    if (!client) return { result: undefined, audit };
    if (!(await isServedAt(transaction, input.hostSlug))) return { result: undefined, audit };
    const scopes = narrowScopes(client.scopes, input.scope);
    if (scopes.length === 0) return { result: { scopes }, audit };
    const { token, tokenHash } = createBearerToken("access", actor.organizationId);
    await transaction.insert(apiAccessTokens).values({
      organizationId: actor.organizationId,
      clientId: client.id,
      tokenHash,
      scopes,
      createdAt: now(),
      expiresAt: new Date(now().getTime() + lifetimeSeconds * 1000),
    });
    return { result: { token, scopes, lifetimeSeconds }, audit };
  },
});

/**
 * Ends a token of a client that proves itself (RFC 7009). A token that is not
 * the client's, or none, is no error and changes nothing.
 * @returns whether the client's secret fits
 */
export const revokeAccessToken = defineCommand({
  name: "revokeAccessToken",
  input: z.object({ ...clientSecret, token: z.string().max(200) }),
  requires: { action: "update", resource: "authentication" },
  async run({ actor, input, transaction }) {
    const { client, audit } = await authenticateClient(transaction, actor, input);
    if (!client) return { result: false, audit };
    const tokenHash = readBearerToken(input.token)?.tokenHash;
    if (!tokenHash) return { result: true, audit };
    const [revoked] = await transaction
      .update(apiAccessTokens)
      .set({ revokedAt: now() })
      .where(
        and(
          eq(apiAccessTokens.clientId, client.id),
          eq(apiAccessTokens.tokenHash, tokenHash),
          isNull(apiAccessTokens.revokedAt),
        ),
      )
      .returning({ id: apiAccessTokens.id });
    const target = { type: "api-client", id: client.id, name: client.name } as const;
    return {
      result: true,
      audit: revoked ? [...audit, { action: "api-client.token-revoked", target }] : audit,
    };
  },
});

/** Notes that a client was refused with its own token, for the watch over suspicious activity. */
export const recordRefusedClient = defineCommand({
  name: "recordRefusedClient",
  input: z.object({ id: z.uuid() }),
  requires: { action: "create", resource: "authentication" },
  async run({ actor, input, transaction }) {
    const [client] = await transaction.select().from(apiClients).where(eq(apiClients.id, input.id));
    const why = client && whyRefused(client, actor.clientAddress);
    return { result: undefined, audit: why ? await refusal(transaction, client, why) : [] };
  },
});

/** A client as the one who acts. */
export function clientActor(
  client: { id: string; name: string; tokenScopes: string[] },
  request: Pick<Actor, "organizationId" | "requestId" | "clientAddress">,
): Actor & { kind: "api-client" } {
  return {
    kind: "api-client",
    role: "server-to-server",
    ...request,
    clientId: client.id,
    name: client.name,
    tokenScopes: client.tokenScopes,
  };
}
