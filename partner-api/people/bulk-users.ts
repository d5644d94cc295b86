import type { Actor } from "@/lib/core/access/actor";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { createEndUsers } from "@/lib/customers/end-users/create-end-users";
import { createEndUserInput, updateEndUsersInput } from "@/lib/customers/end-users/end-user-schema";
import { updateEndUsers } from "@/lib/customers/end-users/update-end-users";
import { getPerson } from "@/lib/team/people/person-records";
import { bulkAnswer, bulkBody, rowBatch, writeRows } from "../http/bulk";
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

/** A row that adds an end-user; members of the team are invited one by one. */
function toCreated(row: Record<string, unknown>) {
  const body = createUserBody.safeParse(row);
  if (row.id !== undefined || !body.success || body.data.role !== "user") return undefined;
  const person = { ...sentPerson(body.data), email: body.data.email };
  return createEndUserInput.safeParse(person).success ? person : undefined;
}

/** A row that changes a person, who may turn out to be no end-user. */
function toUpdated(row: Record<string, unknown>) {
  const id = reference.safeParse(row);
  const body = updateUserBody.safeParse(row);
  if (!id.success || !body.success || (body.data.role ?? "user") !== "user") return undefined;
  const person = { ...sentPerson(body.data), id: id.data.id };
  return updateEndUsersInput.safeParse({ people: [person] }).success ? person : undefined;
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
      batches: [
        rowBatch(toCreated, (people) => createEndUsers(actor, { people })),
        rowBatch(toUpdated, (people) => updateEndUsers(actor, { people })),
      ],
      writeOne: (row) => writeRow(actor, row),
    }),
});

export const bulkUserOperations = [bulkUsers];
