import type { Actor } from "@/lib/core/access/actor";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { getPerson } from "@/lib/team/people/person-records";
import { bulkAnswer, bulkBody, eachInTurn } from "../http/bulk";
import { operation } from "../operation";
import { createUserBody, updateUserBody } from "./user-record";
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

const bulkUsers = operation({
  id: "bulkUsers",
  method: "post",
  path: "/org/{org_id}/bulk/users",
  tag: "Bulk",
  summary: "Add or change up to 1,000 people",
  description:
    "Each row is processed separately, like the single operations: with an `id` it changes that person, without one it adds one.",
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
  handle: ({ actor, body }) => eachInTurn(body.items, (row) => writeRow(actor, row)),
});

export const bulkUserOperations = [bulkUsers];
