import "server-only";
import { and, desc, eq, gte, ne, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { caseEntries, cases } from "@/db/schema";
import { now } from "@/lib/core/clock";

const MAX_SHOWN = 5;
const RECENT_DAYS = 30;

/**
 * Notes of the last 30 days that mention a member, the newest first. One is done when the member has written in the
 * case since, or the case is solved.
 */
export function listMentions(transaction: Transaction, memberId: string) {
  const answered = sql`exists (
    select from case_entries later
    where later.organization_id = ${caseEntries.organizationId} and later.case_id = ${caseEntries.caseId}
      and later.author_id = ${memberId} and later.created_at > ${caseEntries.createdAt})`;
  return transaction
    .select({
      id: caseEntries.id,
      caseId: cases.id,
      number: cases.number,
      subject: cases.subject,
      authorName: caseEntries.authorName,
      createdAt: caseEntries.createdAt,
    })
    .from(caseEntries)
    .innerJoin(
      cases,
      and(eq(cases.organizationId, caseEntries.organizationId), eq(cases.id, caseEntries.caseId)),
    )
    .where(
      and(
        // As the index `case_entries_with_mention` has it.
        sql`${caseEntries.mentioned} <> '{}'`,
        sql`${caseEntries.mentioned} @> array[${memberId}]::uuid[]`,
        gte(
          caseEntries.createdAt,
          DateTime.fromJSDate(now()).minus({ days: RECENT_DAYS }).toJSDate(),
        ),
        ne(cases.state, "solved"),
        sql`not ${answered}`,
      ),
    )
    .orderBy(desc(caseEntries.createdAt))
    .limit(MAX_SHOWN);
}
