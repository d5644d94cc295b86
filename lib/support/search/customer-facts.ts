import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { cases, devices, users } from "@/db/schema";
import { inOrderOf } from "@/lib/core/lists/keyset";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";

/** How many devices and cases a row shows; of the others it shows the number. */
const MAX_DEVICES_SHOWN = 6;
const MAX_CASES_SHOWN = 2;

type ShownDevice = Pick<
  typeof devices.$inferSelect,
  "id" | "userId" | "kind" | "manufacturer" | "model" | "connectionState"
>;

type ShownCase = { id: string; userId: string; number: number; subject: string; count: number };

const asIds = (ids: string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;

/** What somebody on the phone is told apart by, of some customers in their order. */
export async function readCustomerFacts(transaction: Transaction, ids: string[]) {
  if (ids.length === 0) return [];
  const people = await transaction
    .select({
      id: users.id,
      ...nameColumns,
      phone: users.phone,
      externalUserId: users.externalUserId,
      streetAndNumber: users.streetAndNumber,
      zipCode: users.zipCode,
      town: users.town,
      deviceCount: users.deviceCount,
    })
    .from(users)
    .where(inArray(users.id, ids));
  const owned = await queryRows<ShownDevice>(transaction, devicesOf(ids));
  const open = await queryRows<ShownCase>(transaction, openCasesOf(ids));
  return inOrderOf(
    ids,
    people.map((person) => {
      const ofPerson = open.filter(({ userId }) => userId === person.id);
      return {
        ...person,
        name: personName(person),
        devices: owned.filter(({ userId }) => userId === person.id),
        openCases: ofPerson.map(({ id, number, subject }) => ({ id, number, subject })),
        openCaseCount: ofPerson[0]?.count ?? 0,
      };
    }),
  );
}

/** Those that need somebody first. */
export const devicesOf = (ids: string[]) =>
  sql`select d.id, owner as "userId", d.kind, d.manufacturer, d.model, d.connection_state as "connectionState"
    from unnest(${asIds(ids)}) owner cross join lateral (
      select * from ${devices} where user_id = owner and deleted_at is null
      order by case connection_state when 'disconnected' then 0 when 'error' then 1 when 'degraded' then 2 else 3 end, id
      limit ${MAX_DEVICES_SHOWN}) d`;

export const openCasesOf = (ids: string[]) =>
  sql`select c.id, owner as "userId", c.number, c.subject, c.count
    from unnest(${asIds(ids)}) owner cross join lateral (
      select id, number, subject, count(*) over ()::int as count from ${cases}
      where user_id = owner and state <> 'solved' order by rank, created_at
      limit ${MAX_CASES_SHOWN}) c`;
