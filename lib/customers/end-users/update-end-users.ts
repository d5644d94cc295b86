import "server-only";
import { users } from "@/db/schema";
import { updateMany } from "@/db/update-many";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { personName } from "@/lib/core/people/person-name";
import { addPhoneColumns, getPhoneCountry } from "@/lib/core/people/phone-number";
import { pick, withoutUndefined } from "@/lib/core/records/object-fields";
import { requirePostalCode } from "@/lib/core/validation/postal-code";
import { defineCommand } from "@/lib/define-use-case";
import { updateEndUsersInput } from "./end-user-schema";
import { isMoved, positionOf, writableFields } from "./find-end-user";
import { findTakenKeys } from "./find-taken-keys";
import { lockEndUsers } from "./lock-end-users";
import { requireIdentity } from "./update-end-user";

/**
 * Changes many end-users, as `updateEndUser` changes one, whichever version is stored. Those of whom something
 * is wrong are left out, and each but the first change of the same one: to change them alone tells what.
 * @returns the id of each who was changed in the order of the input, null for those who were left out
 * @throws Invalid when an address or customer number was taken by somebody else at the same time
 */
export const updateEndUsers = defineCommand({
  name: "updateEndUsers",
  input: updateEndUsersInput,
  requires: ({ input }) =>
    input.people.map(({ id }) => ({ action: "update", resource: "end-user", ownerId: id })),
  async run({ input, transaction }) {
    const country = await getPhoneCountry(transaction);
    const people = await lockEndUsers(
      transaction,
      input.people.map(({ id }) => id),
    );
    const changes = input.people.map(({ id, ...given }) => {
      const before = people.get(id);
      people.delete(id);
      if (!before || !isAllowed(before, given)) return undefined;
      return { before, fields: withoutUndefined(addPhoneColumns(given, country)) };
    });
    const wanted = changes.filter((change) => change !== undefined);
    const taken = await findTakenKeys(transaction, wanted);
    const written = wanted
      .filter((change) => !taken.has(change))
      .map((change) => ({ ...change, after: { ...change.before, ...change.fields } }));
    await write(written);
    const done = new Set(written.map(({ before }) => before.id));
    return {
      result: {
        ids: changes.map((change) =>
          change && done.has(change.before.id) ? change.before.id : null,
        ),
      },
      audit: written.map(({ before, after }) => ({
        action: "end-user.updated" as const,
        target: { type: "end-user" as const, id: before.id, name: personName(after) },
        changes: changesBetween(
          { ...writableFields(before), ...positionOf(before) },
          { ...writableFields(after), ...positionOf(after) },
        ),
      })),
    };

    async function write(updates: typeof written): Promise<void> {
      if (updates.length === 0) return;
      const names = new Set(updates.flatMap(({ fields }) => Object.keys(fields)));
      const rows = updates.map(({ before, after }) => ({
        ...pick(after, [...names] as (keyof typeof after)[]),
        id: before.id,
        locationLastUpdated: isMoved(before, after) ? now() : before.locationLastUpdated,
        version: before.version + 1,
        updatedAt: now(),
      }));
      await mapUniqueViolations(() =>
        transaction.execute(updateMany(users, "id", rows, "written")),
      );
    }
  },
});

type Person = Parameters<typeof requireIdentity>[0] & Parameters<typeof requirePostalCode>[0];

/** Whether the record may become what was given. */
function isAllowed(before: Person, given: Parameters<typeof requireIdentity>[1] & Partial<Person>) {
  try {
    requirePostalCode(given, before);
    requireIdentity(before, given);
    return true;
  } catch (error) {
    if (error instanceof Invalid) return false;
    throw error;
  }
}
