import "server-only";
import { users } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { personName } from "@/lib/core/people/person-name";
import { withPhoneColumns } from "@/lib/core/people/phone-number";
import { requirePostalCode } from "@/lib/core/validation/postal-code";
import { defineCommand } from "@/lib/define-use-case";
import { createEndUserInput } from "./end-user-schema";
import { isMoved, positionOf, writableFields } from "./find-end-user";

/**
 * Adds an end-user. No mail is sent. Who has an address can log in with it, unless `hasAccess` says otherwise.
 * @returns the new record's id
 * @throws Invalid when the address of an account or the external id is taken
 */
export const createEndUser = defineCommand({
  name: "createEndUser",
  input: createEndUserInput,
  requires: { action: "create", resource: "end-user" },
  async run({ actor, input, transaction }) {
    const { hasAccess = true, ...fields } = input;
    requirePostalCode(fields);
    const written = await withPhoneColumns(transaction, fields);
    const [created] = await mapUniqueViolations(() =>
      transaction
        .insert(users)
        .values({
          ...written,
          ...(isMoved({}, input) && { locationLastUpdated: now() }),
          organizationId: actor.organizationId,
          role: "user",
          status: hasAccess && fields.email !== null ? "active" : "no-access",
        })
        .returning(),
    );
    if (!created) throw new Error("The insert returned no row.");
    return {
      result: { id: created.id },
      audit: [
        {
          action: "end-user.created",
          target: { type: "end-user", id: created.id, name: personName(created) },
          changes: changesBetween({}, { ...writableFields(created), ...positionOf(created) }),
        },
      ],
    };
  },
});
