import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { caseEntries, cases } from "@/db/schema";
import { type Actor, actorId, actorName } from "@/lib/core/access/actor";
import { assertPresent } from "@/lib/core/assert-present";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { findEndUser } from "@/lib/customers/end-users/find-end-user";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { addCaseNoteInput, answerCaseInput, escalateCaseInput } from "./case-schema";
import { caseTarget, findCase, findColleague } from "./find-case";

type NewEntry = Pick<typeof caseEntries.$inferInsert, "kind" | "body"> & { mentioned?: string[] };

/** Adds to what is written down in a case. */
export async function addEntry(
  transaction: Transaction,
  actor: Actor,
  caseId: string,
  entry: NewEntry,
): Promise<void> {
  await transaction.insert(caseEntries).values({
    organizationId: actor.organizationId,
    caseId,
    ...entry,
    authorId: actorId(actor) ?? null,
    authorName: actorName(actor),
    createdAt: now(),
  });
}

/** Writes something down for the team, and brings it to a colleague's attention where one is named. */
export const addCaseNote = defineCommand({
  name: "addCaseNote",
  input: addCaseNoteInput,
  requires: { action: "update", resource: "case" },
  async run({ actor, input, transaction }) {
    const found = await findCase(transaction, input.id);
    const colleague = input.mentions
      ? await findColleague(transaction, input.mentions, "mentions")
      : undefined;
    const mentioned = colleague ? [colleague.id] : [];
    await addEntry(transaction, actor, found.id, { kind: "note", body: input.body, mentioned });
    if (colleague && colleague.id !== actorId(actor)) {
      const { id: caseId, number, subject } = found;
      await notifyUser(transaction, colleague, {
        template: "case-mention",
        parameters: { deciderName: actorName(actor), number, subject, caseId },
      });
    }
    return {
      result: { id: found.id },
      audit: [{ action: "case.noted", target: caseTarget(found) }],
    };
  },
});

/**
 * Answers the customer by mail. The case waits for them then; the first answer is what its time is taken by.
 * @throws Conflict `caseWithoutCustomer` when the case is about nobody, `noAddress` when no mail can reach them
 */
export const answerCase = defineCommand({
  name: "answerCase",
  input: answerCaseInput,
  requires: { action: "update", resource: "case" },
  async run({ actor, input, transaction }) {
    const found = await findCase(transaction, input.id);
    if (!found.userId) throw new Conflict("caseWithoutCustomer");
    const customer = await findEndUser(transaction, found.userId);
    if (customer.email === null) throw new Conflict("noAddress");
    await addEntry(transaction, actor, found.id, { kind: "answer", body: input.body });
    const { number, subject } = found;
    await notifyUser(transaction, customer, {
      template: "case-answer",
      parameters: { number, subject, answer: input.body, deciderName: actorName(actor) },
    });
    await transaction
      .update(cases)
      .set({
        firstAnsweredAt: found.firstAnsweredAt ?? now(),
        state: found.state === "open" ? "waiting" : found.state,
      })
      .where(eq(cases.id, found.id));
    return {
      result: { id: found.id },
      audit: [{ action: "case.answered", target: caseTarget(found) }],
    };
  },
});

/** Hands a case on to an admin, who is told, or notes who outside was called in. */
export const escalateCase = defineCommand({
  name: "escalateCase",
  input: escalateCaseInput,
  requires: { action: "update", resource: "case" },
  async run({ actor, input, transaction }) {
    const found = await findCase(transaction, input.id);
    const admin = input.adminId
      ? await findColleague(transaction, input.adminId, "adminId", ["admin"])
      : undefined;
    const to = assertPresent(admin?.email ?? input.contact, "Whom the case is handed on to");
    const body = `${to}\n${input.reason}`;
    await addEntry(transaction, actor, found.id, {
      kind: "escalation",
      body,
      mentioned: admin ? [admin.id] : [],
    });
    await transaction
      .update(cases)
      .set({ escalatedAt: now(), ...(admin && { assigneeId: admin.id }) })
      .where(eq(cases.id, found.id));
    if (admin) {
      const { id: caseId, number, subject } = found;
      await notifyUser(transaction, admin, {
        template: "case-escalated",
        parameters: {
          deciderName: actorName(actor),
          number,
          subject,
          caseId,
          reason: input.reason,
        },
      });
    }
    return {
      result: { id: found.id },
      audit: [{ action: "case.escalated", target: caseTarget(found), reason: input.reason }],
    };
  },
});
