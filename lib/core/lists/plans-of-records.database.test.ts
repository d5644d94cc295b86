import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase, type Database } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { addInvoice } from "@/testing/records/billing";

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
let database: Database;
let organization: TestOrganization;

const someId = "01900000-0000-7000-8000-000000000000";

beforeAll(async () => {
  organization = await createOrganization(owner.tables);
  database = createDatabase(url, { connections: 1 });
  await addInvoice(organization, owner.tables);
  const { id, endUser } = organization;
  const count = 20_000;
  // Plans of small tables say nothing.
  await owner.client`
    insert into device_usage (organization_id, month, device_id, kind, days)
    select ${id}, date '2026-10-01' - (n % 3) * interval '1 month', gen_random_uuid(),
      (array['heat_pump', 'wallbox'])[1 + n % 2], 1 from generate_series(1, ${count}) n`;
  await owner.client`
    insert into usage_days (organization_id, day, kind, devices)
    select ${id}, date '2010-01-01' + n, 'wallbox', 1 from generate_series(1, 5000) n`;
  await owner.client`
    insert into invoices (organization_id, id, number, month, plan, seller, customer, net_cents, vat_treatment, vat_basis_points, vat_cents, gross_cents, due_at)
    select ${id}, gen_random_uuid(), 'n-' || n, date '2030-01-01' + n * interval '1 month', 'standard', '{}', '{}', 0, 'domestic', 0, 0, 0, now()
    from generate_series(1, 3000) n`;
  await owner.client`
    insert into security_findings (organization_id, id, kind, subject_type, subject_id, subject_name, occurrences, evidence, created_at, last_at)
    select ${id}, gen_random_uuid(), 'new_device', 'user', gen_random_uuid(), 'Somebody', 1, '[]', now() - make_interval(secs => n), now()
    from generate_series(1, 5000) n`;
  await owner.client`
    insert into notes (organization_id, id, user_id, body, author_name, created_at)
    select ${id}, gen_random_uuid(), case when n % 50 = 0 then ${endUser.id}::uuid else ${organization.otherEndUser.id}::uuid end, 'Called', 'Somebody', now() - make_interval(secs => n)
    from generate_series(1, ${count}) n`;
  await owner.client`
    insert into outgoing_mails (organization_id, id, user_id, template, recipient, language, parameters, created_at)
    select ${id}, gen_random_uuid(), case when n % 50 = 0 then ${endUser.id}::uuid else ${organization.otherEndUser.id}::uuid end, 'invitation', 'a@b.example', 'en', '{}', now() - make_interval(mins => n)
    from generate_series(1, ${count}) n`;
  await owner.client`
    insert into sessions (organization_id, id, user_id, created_at, last_seen_at, expires_at)
    select ${id}, gen_random_uuid(), ${endUser.id}, now() - make_interval(mins => n), now() - make_interval(mins => n), now()
    from generate_series(1, ${count}) n`;
  // Readings of many devices, two months of them; changes of connections over years.
  await owner.client`
    insert into device_readings (organization_id, device_id, measured_at, power_w)
    select ${id}, case when n % 100 = 0 then ${organization.deviceId}::uuid else gen_random_uuid() end, now() - make_interval(mins => n), 1
    from generate_series(1, ${count * 2}) n`;
  await owner.client`
    insert into hourly_readings (organization_id, device_id, hour, readings, power_w)
    select ${id}, case when n % 100 = 0 then ${organization.deviceId}::uuid else gen_random_uuid() end, now() - make_interval(mins => n), 1, 1
    from generate_series(1, ${count * 2}) n`;
  await owner.client`
    insert into connection_changes (organization_id, device_id, user_id, manufacturer, before, after, changed_at)
    select ${id}, ${organization.deviceId}, case when n % 50 = 0 then ${endUser.id}::uuid else ${organization.otherEndUser.id}::uuid end,
      'Nibe', 'connected', (array['connected', 'disconnected'])[1 + n % 2], now() - make_interval(mins => n)
    from generate_series(1, ${count}) n`;
  await owner.client`
    insert into fleet_hours (organization_id, hour, connected, disconnected, pending, failed, consumption_w, production_w)
    select ${id}, date_trunc('hour', now()) - make_interval(hours => n), 1, 0, 0, 0, 0, 0 from generate_series(1, 5000) n`;
  await owner.client`vacuum analyze`;
}, 120_000);
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

const ofDevice = () => `device_id = '${organization.deviceId}'`;
const ofUser = () => `user_id = '${organization.endUser.id}'`;

it.each<[string, () => string]>([
  [
    "device_usage_organization_id_month_device_id_pk",
    () =>
      `select device_id from device_usage where month = '2026-10-01' and (device_id, device_id) > ('${someId}'::uuid, '${someId}'::uuid) order by device_id limit 26`,
  ],
  [
    "device_usage_by_kind",
    () =>
      "select device_id from device_usage where month = '2026-10-01' and kind = 'wallbox' order by device_id limit 26",
  ],
  [
    "usage_days_organization_id_day_kind_pk",
    () => "select * from usage_days where day between '2015-01-01' and '2015-01-31'",
  ],
  [
    "invoices_by_creation",
    () => "select id from invoices order by created_at desc, id desc limit 26",
  ],
  [
    "security_findings_by_creation",
    () => "select id from security_findings order by created_at desc, id desc limit 26",
  ],
  [
    "security_findings_by_subject|security_findings_one_open",
    () =>
      `select id from security_findings where subject_id = '${someId}' order by last_at desc limit 1`,
  ],
  [
    "notes_by_user",
    () => `select id from notes where ${ofUser()} order by created_at desc, id desc limit 21`,
  ],
  [
    "outgoing_mails_by_user",
    () => `select id from outgoing_mails where ${ofUser()} order by created_at desc limit 21`,
  ],
  [
    "outgoing_mails_by_creation",
    () => "select id from outgoing_mails where created_at < now() - interval '13 days' limit 5000",
  ],
  [
    "(?:due_)?sessions_by_creation",
    () => "select id from sessions where created_at > now() - interval '10 minutes' limit 200",
  ],
  [
    "(?:due_)?sessions_by_last_seen",
    () =>
      "select id from sessions where revoked_at is null and last_seen_at > now() - interval '2 minutes' order by last_seen_at limit 2000",
  ],
  [
    "device_readings_\\d+_\\d+_pkey",
    () => `select * from device_readings where ${ofDevice()} order by measured_at desc limit 101`,
  ],
  [
    "hourly_readings_\\d+_\\d+_pkey",
    () =>
      `select * from hourly_readings where ${ofDevice()} and hour >= now() - interval '7 days' and hour <= now()`,
  ],
  [
    "connection_changes_by_device",
    () =>
      `select * from connection_changes where ${ofDevice()} order by changed_at desc, id desc limit 20`,
  ],
  [
    "connection_changes_by_user",
    () =>
      `select * from connection_changes where ${ofUser()} order by changed_at desc, id desc limit 40`,
  ],
  [
    "connection_changes_to_disconnected",
    () =>
      "select manufacturer from connection_changes where after = 'disconnected' and changed_at >= now() - interval '10 hours' and before is not null limit 10001",
  ],
  [
    "fleet_hours_organization_id_hour_pk",
    () => "select * from fleet_hours where hour >= now() - interval '7 days' limit 169",
  ],
])("%s serves its list as the application role", async (index, statement) => {
  const rows = await database.read(organization.id, (transaction) =>
    queryRows<{ "QUERY PLAN": string }>(transaction, sql`explain ${sql.raw(statement())}`),
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toMatch(new RegExp(`(Index|Bitmap)[^\\n]* (using|on) (${index})`));
  expect(plan).not.toMatch(/Seq Scan/);
  expect(plan).not.toMatch(/^\s*(->\s+)?Sort /m);
});
