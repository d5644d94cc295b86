import "server-only";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { organizations, personalTokens, secondFactors, termsVersions, users } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { now as currentTime } from "@/lib/core/clock";
import { database } from "@/lib/core/database";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { actorFor, findPendingRequirement } from "../auth/find-session";
import type { TenantToken } from "../auth/tenant-token";
import { clientActor, recordRefusedClient } from "./access-tokens";
import { whyRefused } from "./authenticate-api-client";
import { type BearerKind, readBearerToken } from "./bearer-token";
import { selectClient, selectClientOfHost } from "./client-by-token";

export type Bearer = {
  actor: Actor;
  /** The client, or the personal token, by which calls are counted and listed. */
  callerId: string;
  /** Whether the token opens the endpoint for assistants: only people's own do, where an admin allows it. */
  allowsAssistants: boolean;
};

type Request = {
  requestId: string;
  clientAddress: string | undefined;
  /** The slug of the host that was asked, where it is an organization's own. */
  hostSlug?: string | undefined;
};

/**
 * Who is behind a bearer token, read from the database each time, so that a revoked token or client, and a
 * person's removal or new role, act on the very next call.
 * @returns undefined when the token is not valid, for any reason
 */
export async function findBearer(token: string, request: Request): Promise<Bearer | undefined> {
  const read = readBearerToken(token);
  if (!read) return undefined;
  const common = {
    organizationId: read.organizationId,
    requestId: request.requestId,
    clientAddress: request.clientAddress,
  };
  if (read.kind === "personal") return findPerson(read, request.hostSlug, common);
  const client = await findClient(read, request.hostSlug);
  if (!client) return undefined;
  if (!whyRefused(client, request.clientAddress)) {
    return {
      actor: clientActor(client, common),
      callerId: client.id,
      allowsAssistants: false,
    };
  }
  await recordRefusedClient({ kind: "anonymous", role: "anonymous", ...common }, { id: client.id });
  return undefined;
}

type ReadToken = TenantToken & { kind: BearerKind };

const onHost = (slug: string | undefined) => (slug ? eq(organizations.slug, slug) : undefined);

function findClient({ organizationId, tokenHash }: ReadToken, hostSlug: string | undefined) {
  return database().read(organizationId, async (transaction) => {
    const select = hostSlug ? selectClientOfHost : selectClient;
    const now = currentTime().toISOString();
    const [client] = await select(transaction, { tokenHash, now, hostSlug });
    if (!client) return undefined;
    const { revokedAt, expiresAt } = client;
    return {
      ...client,
      revokedAt: revokedAt === null ? null : new Date(revokedAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    };
  });
}

async function findPerson(
  { organizationId, tokenHash }: ReadToken,
  hostSlug: string | undefined,
  common: Pick<Actor, "organizationId" | "requestId" | "clientAddress">,
): Promise<Bearer | undefined> {
  const found = await database().read(organizationId, async (transaction) => {
    const [row] = await transaction
      .select({
        tokenId: personalTokens.id,
        tokenScopes: personalTokens.scopes,
        userId: users.id,
        role: users.role,
        ...nameColumns,
        termsVersion: users.termsVersion,
        secondFactorRule: organizations.secondFactorRule,
        allowsAssistants: organizations.allowsAssistants,
        newestTerms: sql<
          number | null
        >`(select max(${termsVersions.number}) from ${termsVersions} where ${termsVersions.organizationId} = ${personalTokens.organizationId})`,
        hasSecondFactor: sql<boolean>`exists (select 1 from ${secondFactors} where ${secondFactors.organizationId} = ${personalTokens.organizationId} and ${secondFactors.userId} = ${personalTokens.userId})`,
      })
      .from(personalTokens)
      .innerJoin(
        users,
        and(
          eq(users.organizationId, personalTokens.organizationId),
          eq(users.id, personalTokens.userId),
        ),
      )
      .innerJoin(organizations, eq(organizations.id, personalTokens.organizationId))
      .where(
        and(
          eq(personalTokens.tokenHash, tokenHash),
          isNull(personalTokens.revokedAt),
          gt(personalTokens.expiresAt, currentTime()),
          eq(users.status, "active"),
          or(isNull(users.accessEndsAt), gt(users.accessEndsAt, currentTime())),
          isNull(users.deletedAt),
          onHost(hostSlug),
        ),
      );
    return row;
  });
  if (!found) return undefined;
  const person = {
    ...common,
    userId: found.userId,
    // In place of a session's id: a check for a fresh proof of identity finds none.
    sessionId: found.tokenId,
    name: personName(found),
    tokenScopes: found.tokenScopes,
  };
  return {
    actor: actorFor(found, person, findPendingRequirement(found)),
    callerId: found.tokenId,
    allowsAssistants: found.allowsAssistants,
  };
}

/** Has what a call reads, the look-up of its token among it, share one transaction. */
export function sharingReadsOf<Result>(
  token: string | undefined,
  run: () => Promise<Result>,
): Promise<Result> {
  const organizationId = token && readBearerToken(token)?.organizationId;
  return organizationId ? database().sharingReads(organizationId, run) : run();
}
