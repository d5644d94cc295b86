import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "../testing/organization";
import { createDatabase } from "./client";
import { queryRows } from "./query-rows";
import { auditEvents, devices, organizations, users } from "./schema";

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
const database = createDatabase(url, { connections: 1 });
let own: TestOrganization;
let other: TestOrganization;

beforeAll(async () => {
  own = await createOrganization(owner.tables);
  other = await createOrganization(owner.tables);
});
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

/** Tables that belong to no tenant, each with the reason. */
const tablesOfNoTenant = [
  // Counted before anybody is known; keys are hashes.
  "rate_limits",
  // One worker does the jobs of all organizations; names of processes and times, written by the owner alone.
  "worker_heartbeats",
  // A market has the same prices for all.
  "day_ahead_prices",
];

/** Unique keys and indexes that may begin with something else than the tenant. */
const indexesOfNoTenant = [
  "organizations_pkey",
  "organizations_slug",
  "organizations_sandbox_of",
  "billing_accounts_customer_number",
  "rate_limits_pkey",
  "worker_heartbeats_pkey",
  "day_ahead_prices_feed_price_zone_starts_at_pk",
  // The worker finds due work of all organizations by its time; `list_due_organizations` gives ids alone.
  "due_audit_events",
  "due_bulk_action_drafts",
  "due_connection_changes",
  "due_finished_bulk_actions",
  "due_finished_imports",
  "due_manufacturer_accounts",
  "due_reconnection_reminders",
  "due_scheduled_moves",
  "due_sessions_by_creation",
  "due_sessions_by_last_seen",
  "due_unfinished_imports",
  "due_webhook_deliveries",
];

const tenantTables = await owner.client<{ name: string; column: string }[]>`
  select c.relname as name, case c.relname when 'organizations' then 'id' else 'organization_id' end as column
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all (${tablesOfNoTenant})`;

describe("every table of the catalogue", () => {
  it("is known to be there", () => {
    expect(tenantTables.length).toBeGreaterThanOrEqual(16);
  });

  it.each(tenantTables)("$name has row-level security enabled and forced", async ({ name }) => {
    const [row] = await owner.client`
      select relrowsecurity, relforcerowsecurity from pg_class where oid = ${name}::regclass`;
    expect(row).toEqual({ relrowsecurity: true, relforcerowsecurity: true });
  });

  it.each(tenantTables)(
    "$name keeps its organization in reads and writes",
    async ({ name, column }) => {
      const policies = await owner.client<{ using: string; check: string; command: string }[]>`
      select qual as using, with_check as check, cmd as command from pg_policies
      where tablename = ${name} and 'wattdesk_app' = any (roles)`;
      const condition = `(${column} = ( SELECT current_organization() AS current_organization))`;
      expect(policies).toEqual([{ using: condition, check: condition, command: "ALL" }]);
    },
  );

  it.each(tenantTables)(
    "$name shows the application nothing without an organization",
    async ({ name }) => {
      const rows = await database.outsideOrganizations((transaction) =>
        queryRows(transaction, sql.raw(`select 1 from ${name} limit 1`)),
      );
      expect(rows).toHaveLength(0);
    },
  );

  it.each(tenantTables)(
    "$name shows the application its own rows only",
    async ({ name, column }) => {
      const rows = await database.read(own.id, (transaction) =>
        queryRows<{ organization: string }>(
          transaction,
          sql.raw(`select distinct ${column} as organization from ${name}`),
        ),
      );
      for (const row of rows) expect(row.organization).toBe(own.id);
    },
  );

  it("has keys and indexes that begin with the organization", async () => {
    const indexes = await owner.client<{ name: string; first: string }[]>`
      select i.relname as name, a.attname as first
      from pg_index x
      join pg_class i on i.oid = x.indexrelid
      join pg_class t on t.oid = x.indrelid
      join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where i.relname <> all (${indexesOfNoTenant})`;
    expect(indexes.filter((index) => index.first !== "organization_id")).toEqual([]);
  });

  it("has foreign keys that cannot lead to another organization", async () => {
    const keys = await owner.client<{ name: string; columns: string[] }[]>`
      select k.conname as name, array_agg(a.attname::text) as columns
      from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      join pg_namespace n on n.oid = k.connamespace and n.nspname = 'public'
      where k.contype = 'f' and k.conrelid <> 'organizations'::regclass group by k.conname`;
    expect(keys.filter((key) => !key.columns.includes("organization_id"))).toEqual([]);
  });
});

describe("the roles", () => {
  it("are neither superusers nor past row-level security, and cannot log in", async () => {
    const roles = await owner.client`
      select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles
      where rolname in ('wattdesk_app', 'wattdesk_lookup') order by rolname`;
    const weak = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false };
    expect(roles).toEqual([
      { rolname: "wattdesk_app", ...weak },
      { rolname: "wattdesk_lookup", ...weak },
    ]);
  });

  it("own no table", async () => {
    const owned = await owner.client`
      select relname from pg_class where relkind = 'r'
      and relowner in ('wattdesk_app'::regrole, 'wattdesk_lookup'::regrole)`;
    expect(owned).toHaveLength(0);
  });

  it("let the application only add to what is append-only", async () => {
    const rights = await owner.client<{ table: string; rights: string }[]>`
      select table_name as table, string_agg(privilege_type, ' ' order by privilege_type) as rights
      from information_schema.role_table_grants
      where grantee = 'wattdesk_app' and table_name in ('audit_checkpoints', 'audit_details', 'audit_events', 'connection_changes', 'device_readings', 'role_assignments')
      group by table_name order by table_name`;
    expect(rights).toEqual([
      { table: "audit_checkpoints", rights: "INSERT SELECT" },
      { table: "audit_details", rights: "INSERT SELECT" },
      { table: "audit_events", rights: "INSERT SELECT" },
      { table: "connection_changes", rights: "INSERT SELECT" },
      { table: "device_readings", rights: "INSERT SELECT" },
      { table: "role_assignments", rights: "INSERT SELECT" },
    ]);
  });
});

describe("one pooled connection", () => {
  it("carries neither role nor organization over, after success, error and abort", async () => {
    const countUsers = () =>
      database.read(own.id, (transaction) => transaction.select({ id: users.id }).from(users));
    expect(await countUsers()).toHaveLength(4);
    const broken = database.write(other.id, (transaction) => transaction.execute(sql`select 1/0`));
    await expect(broken).rejects.toThrow();
    const aborted = database.write(other.id, async () => {
      throw new Error("aborted");
    });
    await expect(aborted).rejects.toThrow("aborted");
    const after = await database.outsideOrganizations((transaction) =>
      transaction.select({ id: users.id }).from(users),
    );
    expect(after).toHaveLength(0);
    expect(await countUsers()).toHaveLength(4);
  });

  it("refuses to write for another organization, and to reach its rows", async () => {
    const insert = database.write(own.id, (transaction) =>
      transaction.insert(users).values({
        organizationId: other.id,
        role: "user",
        status: "active",
        email: "intruder@home.example",
      }),
    );
    await expect(insert).rejects.toThrow();
    const changed = await database.write(own.id, (transaction) =>
      transaction
        .update(users)
        .set({ email: "taken@home.example" })
        .where(eq(users.id, other.endUser.id))
        .returning(),
    );
    expect(changed).toHaveLength(0);
    const moved = database.write(own.id, (transaction) =>
      transaction
        .update(users)
        .set({ organizationId: other.id })
        .where(eq(users.id, own.endUser.id)),
    );
    await expect(moved).rejects.toThrow();
  });

  it("refuses a device of one organization in a building of another", async () => {
    const insert = owner.tables.insert(devices).values({
      organizationId: own.id,
      userId: own.endUser.id,
      buildingId: other.buildingId,
      kind: "wallbox",
      manufacturer: "KEBA",
      model: "P30",
    });
    await expect(insert).rejects.toThrow();
  });

  it("refuses writes in a read", async () => {
    const write = database.read(own.id, (transaction) =>
      transaction.update(users).set({ phone: "1" }).where(eq(users.id, own.endUser.id)),
    );
    await expect(write).rejects.toThrow();
  });

  it("refuses to change or delete audit events, and to make organizations", async () => {
    const attempts = [
      (transaction: Parameters<Parameters<typeof database.write>[1]>[0]) =>
        transaction.update(auditEvents).set({ action: "rewritten" }),
      (transaction: Parameters<Parameters<typeof database.write>[1]>[0]) =>
        transaction.delete(auditEvents),
      (transaction: Parameters<Parameters<typeof database.write>[1]>[0]) =>
        transaction
          .insert(organizations)
          .values({ name: "New", slug: "new", environment: "production" }),
      (transaction: Parameters<Parameters<typeof database.write>[1]>[0]) =>
        transaction.delete(organizations).where(and(eq(organizations.id, own.id))),
    ];
    for (const attempt of attempts) {
      await expect(database.write(own.id, attempt as never)).rejects.toThrow();
    }
  });
});

describe("functions that run with more rights", () => {
  const words = `'[["utility"]]'::jsonb`;
  const owned = `'[["home.example"]]'::jsonb`;
  it.each([
    [`search_end_users(${owned}, '{}', 100)`, () => [own.endUser.id, own.otherEndUser.id]],
    [`search_buildings(${owned}, '{}', 100)`, () => [own.buildingId]],
    [`search_devices(${words}, ${owned}, '{}', 100)`, () => [own.deviceId]],
  ])("%s searches only the organization of the transaction", async (search, expected) => {
    const statement = sql.raw(`select id from ${search}`);
    const found = await database.read(own.id, (transaction) =>
      queryRows<{ id: string }>(transaction, statement),
    );
    expect(new Set(found.map((row) => row.id))).toEqual(new Set(expected()));
    const outside = await database.outsideOrganizations((transaction) =>
      queryRows(transaction, statement),
    );
    expect(outside).toHaveLength(0);
  });

  it("fix their search path and are closed to everybody else", async () => {
    const functions = await owner.client<{ name: string; config: string[]; access: string }[]>`
      select proname as name, proconfig as config, proacl::text as access
      from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`;
    expect(functions.map((row) => row.name)).toEqual([
      "count_found_end_users",
      "count_organization_jobs",
      "discard_organization_job",
      "drop_outlived_audit_partitions",
      "drop_outlived_reading_partitions",
      "enqueue_job",
      "erase_organization_step",
      "erase_outlived_audit_details",
      "erase_person_from_audit_log",
      "erase_telemetry_of_person",
      "find_login_candidates",
      "find_organization_by_slug",
      "find_outgoing_mail",
      "find_sibling_environment",
      "list_due_organizations",
      "list_organization_ids",
      "list_organization_jobs",
      "make_audit_partitions",
      "make_reading_partitions",
      "outlived_audit_partitions",
      "retry_organization_job",
      "search_audit_events",
      "search_buildings",
      "search_devices",
      "search_end_users",
      "unused_search_words",
    ]);
    for (const row of functions) {
      expect(row.config.join()).toContain("search_path=pg_catalog, public");
      expect(row.access).not.toMatch(/(^|[{,])=X/);
    }
  });
});
