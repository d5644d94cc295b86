import "server-only";
import { and, isNotNull, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { getPhoneCountry, toPhoneColumns } from "@/lib/core/people/phone-number";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";

const MAX_PEOPLE_AT_ONCE = 2000;

/**
 * Reads phone numbers that were stored before numbers were read, or while the organization had another country.
 * @returns whether there are more
 */
export const readPhoneNumbers = defineCommand({
  name: "readPhoneNumbers",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const country = await getPhoneCountry(transaction);
    const people = await transaction
      .select({ id: users.id, phone: users.phone })
      .from(users)
      .where(
        and(
          isNotNull(users.phone),
          isNull(users.deletedAt),
          sql`${users.phoneCountry} is distinct from ${country}`,
        ),
      )
      .limit(MAX_PEOPLE_AT_ONCE)
      .for("no key update", { skipLocked: true });
    const read = people.map(({ id, phone }) => ({ id, ...toPhoneColumns(phone, country) }));
    await transaction.execute(sql`
      update ${users} u set phone_international = r."phoneInternational",
        phone_extension = r."phoneExtension", phone_country = r."phoneCountry"
      from jsonb_to_recordset(${JSON.stringify(read)}::jsonb)
        r (id uuid, "phoneInternational" text, "phoneExtension" text, "phoneCountry" text)
      where u.organization_id = ${actor.organizationId} and u.id = r.id`);
    return { result: { isMore: people.length === MAX_PEOPLE_AT_ONCE }, audit: [] };
  },
});
