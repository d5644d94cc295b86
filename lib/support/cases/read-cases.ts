import "server-only";
import { and, asc, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { caseDevices, caseEntries, cases, users } from "@/db/schema";
import { type Actor, requireActorId } from "@/lib/core/access/actor";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { matchingWords } from "@/lib/core/lists/matching-words";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { searchWords } from "@/lib/core/lists/search-words";
import { nameColumns } from "@/lib/core/people/name-columns";
import { type NamedPerson, personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { isReadyToClose, readCaseDevices } from "./case-devices";
import { caseReference, listCasesInput } from "./case-schema";
import { findCase } from "./find-case";

const customers = alias(users, "customers");
const assignees = alias(users, "assignees");

type Joined = NamedPerson & { id: string | null };

/** Somebody who was joined, or null where nobody was. */
function named(person: Joined | null) {
  return person?.id ? { id: person.id, name: personName(person) } : null;
}

const nameOf = (table: typeof customers | typeof assignees) => ({
  id: table.id,
  companyName: table.companyName,
  firstName: table.firstName,
  lastName: table.lastName,
  email: table.email,
});

function selectCases(transaction: Transaction) {
  return transaction
    .select({
      id: cases.id,
      number: cases.number,
      subject: cases.subject,
      state: cases.state,
      priority: cases.priority,
      createdAt: cases.createdAt,
      escalatedAt: cases.escalatedAt,
      customer: nameOf(customers),
      assignee: nameOf(assignees),
    })
    .from(cases)
    .leftJoin(
      customers,
      and(eq(customers.organizationId, cases.organizationId), eq(customers.id, cases.userId)),
    )
    .leftJoin(
      assignees,
      and(eq(assignees.organizationId, cases.organizationId), eq(assignees.id, cases.assigneeId)),
    )
    .$dynamic();
}

const shownOf = <Row extends { customer: Joined | null; assignee: Joined | null }>(row: Row) => ({
  ...row,
  customer: named(row.customer),
  assignee: named(row.assignee),
});

function assigneeCondition(actor: Actor, assignee: string | undefined): SQL | undefined {
  if (!assignee) return undefined;
  if (assignee === "nobody") return isNull(cases.assigneeId);
  return eq(cases.assigneeId, assignee === "me" ? requireActorId(actor) : assignee);
}

/** A page of the cases, the newest first. Words look in the subject; a number finds its case. */
export const listCases = defineQuery({
  name: "listCases",
  input: listCasesInput,
  requires: { action: "read", resource: "case" },
  async run({ actor, input, transaction }) {
    const { where, orderBy, toPage } = newestFirst(cases, input);
    const words = searchWords(input.search);
    const number = words.length === 1 && /^#?(\d{1,9})$/.exec(words[0]?.[0] ?? "")?.[1];
    const conditions: (SQL | undefined)[] = [
      input.state ? eq(cases.state, input.state) : undefined,
      input.priority ? eq(cases.priority, input.priority) : undefined,
      assigneeCondition(actor, input.assignee),
      ...(number
        ? [eq(cases.number, Number(number))]
        : matchingWords(sql`normalize_for_search(${cases.subject})`, input.search)),
    ];
    const found = await selectCases(transaction)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(found, input.size);
    return {
      ...page,
      rows: page.rows.map(shownOf),
      total: await countUpToLimit(transaction, cases, and(...conditions)),
    };
  },
});

const maxOwn = 8;

/** Cases that are not solved: of the actor, of a customer, or about a device; the most urgent first. */
export const listOpenCases = defineQuery({
  name: "listOpenCases",
  input: z.object({ userId: z.uuid().optional(), deviceId: z.uuid().optional() }),
  requires: { action: "read", resource: "case" },
  async run({ actor, input, transaction }) {
    const concerned = input.deviceId
      ? inArray(
          cases.id,
          transaction
            .select({ id: caseDevices.caseId })
            .from(caseDevices)
            .where(eq(caseDevices.deviceId, input.deviceId)),
        )
      : input.userId
        ? eq(cases.userId, input.userId)
        : eq(cases.assigneeId, requireActorId(actor));
    const rows = await selectCases(transaction)
      .where(and(concerned, ne(cases.state, "solved")))
      .orderBy(asc(cases.rank), asc(cases.createdAt))
      .limit(maxOwn);
    const about = await readCaseDevices(
      transaction,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      ...shownOf(row),
      isReadyToClose: isReadyToClose(
        row,
        about.filter(({ caseId }) => caseId === row.id),
      ),
    }));
  },
});

const maxEntries = 200;

/** One case with all that was said about it. @throws NotFound */
export const getCase = defineQuery({
  name: "getCase",
  input: caseReference,
  requires: { action: "read", resource: "case" },
  async run({ input, transaction }) {
    const found = await findCase(transaction, input.id);
    const [row] = await selectCases(transaction).where(eq(cases.id, found.id));
    const about = await readCaseDevices(transaction, [found.id]);
    const entries = await transaction
      .select()
      .from(caseEntries)
      .where(eq(caseEntries.caseId, found.id))
      .orderBy(desc(caseEntries.createdAt), desc(caseEntries.id))
      .limit(maxEntries);
    return {
      ...found,
      customer: row ? shownOf(row).customer : null,
      assignee: row ? shownOf(row).assignee : null,
      devices: about,
      isReadyToClose: isReadyToClose(found, about),
      entries: entries.toReversed(),
    };
  },
});

/** Who of the team can be given a case. */
export const listColleagues = defineQuery({
  name: "listColleagues",
  input: z.object({}),
  requires: { action: "read", resource: "staff" },
  async run({ transaction }) {
    const rows = await transaction
      .select({
        id: users.id,
        role: users.role,
        ...nameColumns,
      })
      .from(users)
      .where(
        and(
          inArray(users.role, ["admin", "staff"]),
          eq(users.status, "active"),
          isNull(users.deletedAt),
        ),
      )
      .orderBy(users.sortName)
      .limit(500);
    return rows.map((row) => ({ id: row.id, name: personName(row), role: row.role }));
  },
});
