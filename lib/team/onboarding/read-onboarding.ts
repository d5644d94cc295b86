import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  handbookEntries,
  handbookReadings,
  organizations,
  outgoingMails,
  roleAssignments,
  secondFactors,
  users,
} from "@/db/schema";
import { ruleAsks } from "@/lib/identity/second-factor/required-second-factor";
import { currentTermsVersion } from "@/lib/identity/terms/current-terms";
import { type OnboardingStep, onboardingSteps } from "./onboarding-steps";

const ofUser = (table: { organizationId: unknown; userId: unknown }) =>
  sql`${table.organizationId} = ${users.organizationId} and ${table.userId} = ${users.id}`;

/** Entries that a member has to read: those for the team, and for admins theirs too. */
const requiredOfUser = sql`${handbookEntries.organizationId} = ${users.organizationId}
  and ${handbookEntries.isRequired} and ${handbookEntries.deletedAt} is null
  and (${handbookEntries.audience} = 'team' or ${users.role} = 'admin')`;

/** Where each of the members stands with their onboarding, in one query. */
export async function readOnboarding(
  transaction: Transaction,
  userIds: string[],
): Promise<Map<string, OnboardingStep[]>> {
  if (userIds.length === 0) return new Map();
  const rows = await transaction
    .select({
      id: users.id,
      role: users.role,
      firstName: users.firstName,
      lastName: users.lastName,
      language: users.language,
      timeZone: users.timeZone,
      termsVersion: users.termsVersion,
      accessVerifiedAt: users.accessVerifiedAt,
      rule: organizations.secondFactorRule,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      hasReason: sql<boolean>`exists (select 1 from ${roleAssignments} where ${ofUser(roleAssignments)})`,
      isInvitationDelivered: sql<boolean>`exists (select 1 from ${outgoingMails} where ${ofUser(outgoingMails)}
        and ${outgoingMails.template} = 'invitation' and ${outgoingMails.state} = 'delivered')`,
      hasSecondFactor: sql<boolean>`exists (select 1 from ${secondFactors} where ${ofUser(secondFactors)})`,
      requiredEntries: sql<number>`(select count(*)::int from ${handbookEntries} where ${requiredOfUser})`,
      readEntries: sql<number>`(select count(*)::int from ${handbookEntries} where ${requiredOfUser} and exists (
        select 1 from ${handbookReadings} where ${ofUser(handbookReadings)}
        and ${handbookReadings.entryId} = ${handbookEntries.id}
        and ${handbookReadings.revision} >= ${handbookEntries.readSince}))`,
    })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, users.organizationId))
    .where(and(inArray(users.id, userIds), isNull(users.deletedAt)));
  const version = await currentTermsVersion(transaction);
  return new Map(
    rows.map((row) => [
      row.id,
      onboardingSteps({
        ...row,
        hasAcceptedTerms: row.termsVersion === version,
        needsSecondFactor: ruleAsks(row.rule, row.role),
      }),
    ]),
  );
}
