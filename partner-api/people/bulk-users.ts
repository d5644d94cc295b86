import type { Actor } from "@/lib/core/access/actor";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { createEndUsers } from "@/lib/customers/end-users/create-end-users";
import { createEndUserInput, updateEndUsersInput } from "@/lib/customers/end-users/end-user-schema";
import { updateEndUsers } from "@/lib/customers/end-users/update-end-users";
import { getPerson } from "@/lib/team/people/person-records";
import { bulkAnswer, bulkBody, writeRows } from "../http/bulk";
import { operation } from "../operation";
import { createUserBody, sentPerson, updateUserBody } from "./user-record";
import { addUser, changeUser } from "./write-user";

const reference = z.object({ id: z.uuid() });

/** Adds a person, or changes the one that the row names. @returns their id */
async function writeRow(actor: Actor, row: Record<string, unknown>): Promise<string> {
  if (row.id === undefined) return addUser(actor, parseInput(createUserBody, row));
  const { id } = parseInput(reference, row);
  await getPerson(actor, { id });
  await changeUser(actor, id, parseInput(updateUserBody, row), undefined);
  return id;
}

/** Writes the rows of end-users: members of the team are invited one by one. */
async function writeMany(actor: Actor, rows: Record<string, unknown>[]) {
  const ids: (string | undefined)[] = rows.map(() => undefined);
  const created = rows.flatMap((row, index) => toCreated(row, index) ?? []);
  if (created.length > 0) {
    const written = await createEndUsers(actor, { people: created.map(({ person }) => person) });
    for (const [position, { index }] of created.entries()) {
      ids[index] = written.ids[position] ?? undefined;
    }
  }
  const updated = rows.flatMap((row, index) => toUpdated(row, index) ?? []);
  if (updated.length > 0) {
    const { areDone } = await updateEndUsers(actor, {
      people: updated.map(({ person }) => person),
    });
    for (const [position, { index, person }] of updated.entries()) {
      if (areDone[position]) ids[index] = person.id;
    }
  }
  return ids;
}

function toCreated(row: Record<string, unknown>, index: number) {
  const body = createUserBody.safeParse(row);
  if (row.id !== undefined || !body.success || body.data.role !== "user") return undefined;
  const person = { ...sentPerson(body.data), email: body.data.email };
  return createEndUserInput.safeParse(person).success ? { index, person } : undefined;
}

function toUpdated(row: Record<string, unknown>, index: number) {
  const id = reference.safeParse(row);
  const body = updateUserBody.safeParse(row);
  if (!id.success || !body.success || (body.data.role ?? "user") !== "user") return undefined;
  const person = { ...sentPerson(body.data), id: id.data.id };
  const isValid = updateEndUsersInput.safeParse({ people: [person] }).success;
  return isValid ? { index, person } : undefined;
}

const bulkUsers = operation({
  id: "bulkUsers",
  method: "post",
  path: "/org/{org_id}/bulk/users",
  tag: "Bulk",
  summary: "Add or change up to 1,000 people",
  description:
    "Each row is processed separately, like the single operations: with an `id` it changes that person, without one it adds one. Rows are written in batches: only those that name the same `id` are written in their order.",
  needs: [
    ["create", "end-user"],
    ["update", "end-user"],
    ["create", "staff"],
    ["update", "staff"],
    ["create", "admin"],
    ["update", "admin"],
  ],
  body: bulkBody,
  answer: bulkAnswer,
  handle: ({ actor, body }) =>
    writeRows(body.items, {
      writeMany: (rows) => writeMany(actor, rows),
      writeOne: (row) => writeRow(actor, row),
    }),
});

export const bulkUserOperations = [bulkUsers];
