import "server-only";
import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { aliased, defineStatement } from "@/db/named-statement";
import { apiAccessTokens, apiClients, organizations } from "@/db/schema";

const clientByToken = (host?: SQL) =>
  defineStatement((builder) =>
    builder
      .select(
        aliased({
          id: apiClients.id,
          name: apiClients.name,
          revokedAt: apiClients.revokedAt,
          expiresAt: apiClients.expiresAt,
          allowedAddresses: apiClients.allowedAddresses,
          tokenScopes: apiAccessTokens.scopes,
        }),
      )
      .from(apiAccessTokens)
      .innerJoin(
        apiClients,
        and(
          eq(apiClients.organizationId, apiAccessTokens.organizationId),
          eq(apiClients.id, apiAccessTokens.clientId),
        ),
      )
      .innerJoin(organizations, eq(organizations.id, apiAccessTokens.organizationId))
      .where(
        and(
          eq(apiAccessTokens.tokenHash, sql.placeholder("tokenHash")),
          isNull(apiAccessTokens.revokedAt),
          gt(apiAccessTokens.expiresAt, sql.placeholder("now")),
          host,
        ),
      ),
  );

/** The client of a valid access token. */
export const selectClient = clientByToken();

/** As `selectClient`, where an organization's own host was asked. */
export const selectClientOfHost = clientByToken(
  eq(organizations.slug, sql.placeholder("hostSlug")),
);
