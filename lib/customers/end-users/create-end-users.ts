import "server-only";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { insertMany } from "@/db/insert-many";
import { queryRows } from "@/db/query-rows";
import { users } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { personName } from "@/lib/core/people/person-name";
import { getPhoneCountry, toPhoneColumns } from "@/lib/core/people/phone-number";
import { pick } from "@/lib/core/records/object-fields";
import { findPostalCodeProblem } from "@/lib/core/validation/postal-code";
import { defineCommand } from "@/lib/define-use-case";
import { createEndUsersInput, endUserFieldNames } from "./end-user-schema";
import { isMoved, positionOf } from "./find-end-user";

/**
 * Adds many end-users, as `createEndUser` adds one. Those of whom something is wrong are left out: to create one of
 * them alone tells what.
 * @returns the id of each new record in the order of the input, null for those who were left out
 */
export const createEndUsers = defineCommand({
  name: "createEndUsers",
  input: createEndUsersInput,
  requires: { action: "create", resource: "end-user" },
  async run({ actor, input, transaction }) {
    const country = await getPhoneCountry(transaction);
    const candidates = input.people.map(({ hasAccess = true, ...fields }) => ({
      ...fields,
      ...toPhoneColumns(fields.phone, country),
      locationLastUpdated: isMoved({}, fields) ? now() : null,
      organizationId: actor.organizationId,
      id: uuidv7(),
      role: "user" as const,
      status: hasAccess && fields.email !== null ? ("active" as const) : ("no-access" as const),
    }));
    const possible = candidates.filter((person) => findPostalCodeProblem(person) === undefined);
    if (possible.length === 0) return { result: { ids: candidates.map(() => null) }, audit: [] };
    const written = await queryRows<{ id: string }>(
      transaction,
      sql`${insertMany(users, possible)} on conflict do nothing returning id`,
    );
    const created = new Set(written.map(({ id }) => id));
    return {
      result: { ids: candidates.map(({ id }) => (created.has(id) ? id : null)) },
      audit: possible
        .filter(({ id }) => created.has(id))
        .map((person) => ({
          action: "end-user.created" as const,
          target: { type: "end-user" as const, id: person.id, name: personName(person) },
          changes: changesBetween(
            {},
            { ...pick(person, endUserFieldNames), ...positionOf(person) },
          ),
        })),
    };
  },
});
