import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  caseEntries,
  cases,
  connectLinks,
  diagnoses,
  manufacturerAccounts,
  supportViews,
} from "@/db/schema";

/** What support kept about an end-user: cases, diagnoses, links, accounts at manufacturers. No secrets. */
export async function readSupportDataOf(transaction: Transaction, userId: string, most: number) {
  const ownCases = await transaction
    .select({
      id: cases.id,
      number: cases.number,
      subject: cases.subject,
      state: cases.state,
      createdAt: cases.createdAt,
      firstAnsweredAt: cases.firstAnsweredAt,
      solvedAt: cases.solvedAt,
    })
    .from(cases)
    .where(eq(cases.userId, userId))
    .orderBy(asc(cases.number))
    .limit(most);
  const ids = ownCases.map(({ id }) => id);
  return {
    cases: ownCases,
    caseEntries:
      ids.length === 0
        ? []
        : await transaction
            .select({
              caseId: caseEntries.caseId,
              kind: caseEntries.kind,
              body: caseEntries.body,
              authorName: caseEntries.authorName,
              createdAt: caseEntries.createdAt,
            })
            .from(caseEntries)
            .where(inArray(caseEntries.caseId, ids))
            .limit(most),
    diagnoses: await transaction
      .select({
        findings: diagnoses.findings,
        ranByName: diagnoses.ranByName,
        createdAt: diagnoses.createdAt,
      })
      .from(diagnoses)
      .where(eq(diagnoses.userId, userId))
      .limit(most),
    connectLinks: await transaction
      .select({
        deviceId: connectLinks.deviceId,
        channel: connectLinks.channel,
        createdAt: connectLinks.createdAt,
        openedAt: connectLinks.openedAt,
        completedAt: connectLinks.completedAt,
      })
      .from(connectLinks)
      .where(eq(connectLinks.userId, userId))
      .limit(most),
    manufacturerAccounts: await transaction
      .select({
        manufacturer: manufacturerAccounts.manufacturer,
        externalAccountId: manufacturerAccounts.externalAccountId,
        state: manufacturerAccounts.state,
        createdAt: manufacturerAccounts.createdAt,
      })
      .from(manufacturerAccounts)
      .where(eq(manufacturerAccounts.userId, userId))
      .limit(most),
    looksAtTheirPage: await transaction
      .select({ reason: supportViews.reason, startedAt: supportViews.startedAt })
      .from(supportViews)
      .where(eq(supportViews.userId, userId))
      .limit(most),
  };
}
