import { afterAll, expect, it } from "vitest";
import { buildingFields } from "@/lib/customers/buildings/building-fields";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { eraseEndUser } from "./erase-end-user";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

const toColumn = (field: string) => field.replace(/[A-Z0-9]+/g, (part) => `_${part.toLowerCase()}`);

/** Columns of a person's records that neither name nor locate anybody, and stay for statistics. */
const notPersonal = new Set([
  ...Object.entries(buildingFields)
    .filter(([, { isPersonal }]) => !isPersonal)
    .map(([field]) => `buildings.${toColumn(field)}`),
  "energy_contracts.energy_contract_type",
  "energy_contracts.metering_kind",
  "energy_contracts.supplier",
  // What a device is, and states that it or its manufacturer reported.
  "devices.actual_steering_state",
  "devices.connection_cause",
  "devices.connection_status",
  "devices.current_mode",
  "devices.lifecycle_error",
  "devices.lifecycle_state",
  "devices.manufacturer",
  "devices.model",
  "devices.monitoring_status",
  "devices.price_zone",
  "devices.steering_status",
  // Settings of the account that was emptied.
  "users.export_separator",
  "users.language",
  "users.terms_version",
  "users.time_zone",
]);

/** Columns that are shorter hold codes, such as a currency's, and no marker that is found by accident. */
const MIN_LENGTH = 8;

type Column = { table: string; column: string; key: "id" | "user_id" };

/** Every column of text, of every table whose rows belong to an end-user, as the catalogue has them. */
const listTextColumns = () => client<Column[]>`
  select columns.table_name as table, columns.column_name as column,
    case when columns.table_name = 'users' then 'id' else 'user_id' end as key
  from information_schema.columns
  join information_schema.tables using (table_schema, table_name)
  where columns.table_schema = 'public' and tables.table_type = 'BASE TABLE'
    and coalesce(columns.character_maximum_length, 12) >= ${MIN_LENGTH}
    and columns.data_type in ('text', 'character varying') and columns.is_generated = 'NEVER'
    and (columns.table_name = 'users' or exists (
      select 1 from information_schema.columns owner
      where owner.table_schema = 'public' and owner.table_name = columns.table_name
        and owner.column_name = 'user_id'))
  order by 1, 2`;

const listTables = async () =>
  (
    await client<{ table: string }[]>`
      select relname as table from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`
  ).map(({ table }) => table);

it("leaves no text of a person in any column that the catalogue knows", async () => {
  const organization = await createOrganization(tables);
  const userId = organization.endUser.id;
  const filled: { name: string; marker: string }[] = [];
  for (const [index, { table, column, key }] of (await listTextColumns()).entries()) {
    const marker = `zq${index}qz`;
    // What a check or an enumeration refuses can hold nothing that a person wrote.
    const updated = await client`
      update ${client(table)} set ${client(column)} = ${marker}
      where ${client(key)} = ${userId} returning 1`.catch(() => []);
    if (updated.length > 0) filled.push({ name: `${table}.${column}`, marker });
  }
  const names = filled.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["users.first_name", "buildings.name"]));
  const [person] = await client<{ email: string }[]>`select email from users where id = ${userId}`;
  await eraseEndUser(actorOf(organization.admin), {
    id: userId,
    confirmation: person?.email ?? "",
  } as never);
  const left: string[] = [];
  for (const table of await listTables()) {
    const rows = await client<{ text: string }[]>`
      select ${client(table)}::text as text from ${client(table)}`;
    for (const { name, marker } of filled) {
      if (rows.some(({ text }) => text.includes(marker))) left.push(`${name} in ${table}`);
    }
  }
  const personal = left.filter((entry) => !notPersonal.has(entry.split(" ")[0] ?? ""));
  expect(personal).toEqual([]);
});
