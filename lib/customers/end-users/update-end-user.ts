import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { VersionConflict } from "@/lib/core/errors";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { personName } from "@/lib/core/people/person-name";
import { withPhoneColumns } from "@/lib/core/people/phone-number";
import { requirePostalCode } from "@/lib/core/validation/postal-code";
import { defineCommand } from "@/lib/define-use-case";
import { updateEndUserInput } from "./end-user-schema";
import { findEndUser, isMoved, positionOf, writableFields } from "./find-end-user";

/**
 * Changes an end-user's record.
 * @throws VersionConflict when another wrote since the given version was read
 * @throws Invalid when the address or the external id is taken
 */
export const updateEndUser = defineCommand({
  name: "updateEndUser",
  input: updateEndUserInput,
  requires: ({ input }) => [{ action: "update", resource: "end-user", ownerId: input.id }],
  async run({ input, transaction }) {
    const { id, version, ...fields } = input;
    const before = await findEndUser(transaction, id);
    requirePostalCode(fields, before);
    const written = await withPhoneColumns(transaction, fields);
    const [after] = await mapUniqueViolations(() =>
      transaction
        .update(users)
        .set({
          ...written,
          ...(isMoved(before, fields) && { locationLastUpdated: now() }),
          version: sql`${users.version} + 1`,
        })
        .where(and(eq(users.id, id), eq(users.version, version)))
        .returning(),
    );
    if (!after) throw new VersionConflict(await findEndUser(transaction, id), fields);
    return {
      result: { id },
      audit: [
        {
          action: "end-user.updated",
          target: { type: "end-user", id, name: personName(after) },
          changes: changesBetween(
            { ...writableFields(before), ...positionOf(before) },
            { ...writableFields(after), ...positionOf(after) },
          ),
        },
      ],
    };
  },
});
