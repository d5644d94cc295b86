import "server-only";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invitations, organizations, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { accountOf, nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { readTenantToken } from "@/lib/identity/auth/tenant-token";
import { invitationState } from "./invitation-state";

const inviters = alias(users, "inviters");

/**
 * What an invitation link opens. Spends nothing, however often it is opened.
 * An unknown link says nothing; a dead one says whom to ask.
 */
export const viewInvitation = defineQuery({
  name: "viewInvitation",
  input: z.object({ token: z.string().max(200) }),
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    const link = readTenantToken(input.token);
    if (!link) return { kind: "unknown" as const };
    const [found] = await transaction
      .select({
        acceptedAt: invitations.acceptedAt,
        revokedAt: invitations.revokedAt,
        expiresAt: invitations.expiresAt,
        role: users.role,
        status: users.status,
        deletedAt: users.deletedAt,
        ...nameColumns,
        organizationName: organizations.name,
        timeZone: organizations.timeZone,
        passwordLeastLength: organizations.passwordLeastLength,
        language: users.language,
        defaultLanguage: organizations.defaultLanguage,
        // Drizzle takes a joined record for absent when its first column is null: the address never is.
        inviter: {
          email: inviters.email,
          companyName: inviters.companyName,
          firstName: inviters.firstName,
          lastName: inviters.lastName,
        },
      })
      .from(invitations)
      .innerJoin(
        users,
        and(eq(users.organizationId, invitations.organizationId), eq(users.id, invitations.userId)),
      )
      .leftJoin(
        inviters,
        and(
          eq(inviters.organizationId, invitations.organizationId),
          eq(inviters.id, invitations.invitedBy),
        ),
      )
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .where(eq(invitations.tokenHash, link.tokenHash));
    if (!found || found.role === "user") return { kind: "unknown" as const };
    const state = invitationState(found, undefined, now());
    const origin = {
      organizationName: found.organizationName,
      inviterName: found.inviter ? personName(found.inviter) : found.organizationName,
      language: found.language,
      defaultLanguage: found.defaultLanguage,
    };
    if (state.kind === "revoked" || found.deletedAt) return { kind: "revoked" as const, ...origin };
    if (state.kind === "accepted") return { kind: "accepted" as const, ...origin };
    if (state.kind === "expired") return { kind: "expired" as const, ...origin };
    return {
      kind: "open" as const,
      ...origin,
      role: found.role,
      email: accountOf(found).email,
      firstName: found.firstName,
      lastName: found.lastName,
      timeZone: found.timeZone,
      passwordLeastLength: found.passwordLeastLength,
      expiresAt: found.expiresAt,
      organizationId: link.organizationId,
    };
  },
});
