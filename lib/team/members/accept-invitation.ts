import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { invitations, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Conflict, Forbidden } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { getPhoneCountry, toPhoneColumns } from "@/lib/core/people/phone-number";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { setPassword } from "@/lib/identity/auth/set-password";
import { startSession } from "@/lib/identity/auth/start-session";
import { readTenantToken } from "@/lib/identity/auth/tenant-token";
import { currentTermsVersion } from "@/lib/identity/terms/current-terms";
import { acceptInvitationInput } from "./team-schema";

/**
 * Spends an invitation: sets password and profile, records the terms, opens the first session. Of
 * several tries at once exactly one wins. Role and organization come from the invitation alone.
 * @throws Conflict `invitationSpent` when it was used, revoked, replaced or has expired
 * @throws Invalid when a field is at fault; the invitation stays good
 */
export const acceptInvitation = defineCommand({
  name: "acceptInvitation",
  input: acceptInvitationInput.extend({ userAgent: z.string().optional() }),
  requires: { action: "create", resource: "authentication" },
  async run({ actor, input, transaction }) {
    if (actor.kind !== "anonymous")
      throw new Forbidden("Only an anonymous caller accepts an invitation.");
    const link = readTenantToken(input.token);
    if (!link) throw new Conflict("invitationSpent");
    const [accepted] = await transaction
      .update(invitations)
      .set({ acceptedAt: now() })
      .where(
        and(
          eq(invitations.tokenHash, link.tokenHash),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
          sql`${invitations.expiresAt} > now()`,
        ),
      )
      .returning({ id: invitations.id, userId: invitations.userId });
    if (!accepted) throw new Conflict("invitationSpent");
    const termsVersion = await currentTermsVersion(transaction);
    const phone = toPhoneColumns(input.phone, await getPhoneCountry(transaction));
    const [member] = await transaction
      .update(users)
      .set({
        status: "active",
        firstName: input.firstName,
        lastName: input.lastName,
        ...phone,
        language: input.language,
        timeZone: input.timeZone,
        termsVersion,
        termsAcceptedAt: now(),
        lastSeenAt: now(),
      })
      .where(
        and(eq(users.id, accepted.userId), eq(users.status, "invited"), isNull(users.deletedAt)),
      )
      .returning();
    if (!member) throw new Conflict("invitationSpent");
    await setPassword(transaction, member, input.password);
    const session = await startSession(transaction, actor, member.id, input.userAgent);
    const person = { id: member.id, name: personName(member), kind: "member" } as const;
    return {
      result: { session },
      audit: [
        {
          action: "invitation.accepted",
          actor: person,
          target: { type: "user", id: member.id, name: person.name },
          changes: {
            status: { before: "invited", after: "active" },
            termsVersion: { before: null, after: termsVersion },
          },
        },
        {
          action: "session.started",
          actor: person,
          target: { type: "session", id: session.sessionId, name: person.name },
        },
      ],
    };
  },
});
