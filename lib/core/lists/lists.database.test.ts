import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type Database } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { createRandom } from "@/db/seed/random";
import { seedFleet } from "@/db/seed/seed-organization";
import { countBuildings, listBuildings } from "@/lib/customers/buildings/list-buildings";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { endUserSorts } from "@/lib/customers/end-users/end-user-list-schema";
import { countEndUsers, listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { countDevices, listDevices } from "@/lib/devices/devices/list-devices";
import { getFleet } from "@/lib/support/fleet/get-fleet";
import { listWaitingDevices } from "@/lib/support/work-queue/get-work-queue";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import type { Member } from "../access/actor";

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
let database: Database;
let organization: TestOrganization;
let small: TestOrganization;
let admin: Member;

const size = { endUsers: 6000, devices: 9000 };

beforeAll(async () => {
  organization = await createOrganization(owner.tables);
  small = await createOrganization(owner.tables);
  await seedFleet(owner.tables, createRandom(7), {
    organizationId: organization.id,
    ...size,
    now: new Date(),
  });
  await owner.client`analyze`;
  database = createDatabase(url, { connections: 1 });
  admin = actorOf(organization.admin) as Member;
}, 120_000);
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

/** All pages of a list, forwards, as ids. */
async function walk(
  read: (cursor?: string) => Promise<{ rows: { id: string }[]; next?: string | undefined }>,
) {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    ids.push(...page.rows.map((row) => row.id));
    cursor = page.next;
  } while (cursor);
  return ids;
}

describe("paging", () => {
  it.each(endUserSorts)("shows every end-user once by %s, both ways", async (sort) => {
    for (const direction of ["asc", "desc"] as const) {
      const ids = await walk((cursor) =>
        listEndUsers(admin, { sort, direction, size: 100, cursor }),
      );
      expect(ids).toHaveLength(size.endUsers + 2);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it.each(["created", "model", "seen"] as const)(
    "shows every device once by %s, never-seen ones too",
    async (sort) => {
      const ids = await walk((cursor) => listDevices(admin, { sort, size: 100, cursor }));
      expect(ids).toHaveLength(size.devices + 1);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it("goes back to the page it came from", async () => {
    const first = await listEndUsers(admin, { sort: "name" });
    const second = await listEndUsers(admin, { sort: "name", cursor: first.next });
    const back = await listEndUsers(admin, { sort: "name", cursor: second.previous });
    expect(back.rows).toEqual(first.rows);
    expect(back.previous).toBeUndefined();
    expect(back.next).toBe(first.next);
    expect(first.previous).toBeUndefined();
  });

  it("stays right while rows are added", async () => {
    const first = await listEndUsers(admin, { sort: "created" });
    await createEndUser(admin, { email: "newcomer@home.example", country: "" });
    const second = await listEndUsers(admin, { sort: "created", cursor: first.next });
    const seen = new Set(first.rows.map((row) => row.id));
    expect(second.rows.some((row) => seen.has(row.id))).toBe(false);
  });

  it.each(["", "x", "e30", Buffer.from('["after","x","y"]').toString("base64url")])(
    "refuses the made-up cursor %j",
    async (cursor) => {
      await expect(listEndUsers(admin, { cursor })).rejects.toMatchObject({
        fields: { cursor: "cursor" },
      });
    },
  );

  it("counts exactly while that is cheap", async () => {
    expect((await listDevices(admin, {})).total).toEqual({
      count: size.devices + 1,
      isMore: false,
    });
  });
});

describe("searching", () => {
  it.each([
    ["a fragment", "hröde"],
    ["without accents", "schroder"],
    ["in capitals", "SCHRÖDER"],
  ])("finds by %s", async (_, search) => {
    const { rows } = await listEndUsers(admin, { search, size: 100 });
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.every((row) => /schröder/i.test(row.lastName ?? ""))).toBe(true);
  });

  it("takes first and last name in either order, and all words must match", async () => {
    const [person] = (await listEndUsers(admin, { search: "Linz" })).rows;
    for (const search of [
      `${person?.firstName} ${person?.lastName}`,
      `${person?.lastName} ${person?.firstName}`,
    ]) {
      const { rows } = await listEndUsers(admin, { search: `${search} ${person?.externalUserId}` });
      expect(rows.map((row) => row.id)).toEqual([person?.id]);
    }
  });

  it.each(["%", "_", "\\", "100%", "'; drop table users; --"])(
    "takes %j as it is written",
    async (search) => {
      const { rows } = await listEndUsers(admin, { search });
      expect(rows).toHaveLength(0);
    },
  );

  it("finds devices by model, serial number and owner", async () => {
    const [device] = (await listDevices(admin, { search: "ecodan" })).rows;
    expect(device).toMatchObject({ manufacturer: "Mitsubishi Electric" });
    const [row] =
      await owner.client`select external_device_id as serial from devices where id = ${device?.id ?? ""}`;
    const bySerial = await listDevices(admin, { search: row?.serial });
    expect(bySerial.rows.map((found) => found.id)).toEqual([device?.id]);
    const byOwner = await listDevices(admin, { search: device?.owner.name ?? "" });
    expect(byOwner.rows.some((found) => found.id === device?.id)).toBe(true);
  });

  it.each([
    ["a letter too many", "schroederr", false],
    ["a letter missing", "schrder", true],
    ["a wrong letter", "schräder", true],
    ["two letters swapped", "scrhöder", true],
    ["a mistake in a beginning", "scrhöd", true],
    ["a mistake in another word", "linz schrödre", true],
    ["two mistakes", "shcrödre", false],
  ])("with %s, %j finds what was meant: %s", async (_, search, isFound) => {
    const { rows, isLikely } = await listEndUsers(admin, { search, size: 100 });
    expect(rows.length > 0).toBe(isFound);
    expect(rows.every((row) => /schröder/i.test(row.lastName ?? ""))).toBe(true);
    expect(isLikely).toBe(isFound);
    const { count } = await countEndUsers(admin, { search });
    expect(count > 0).toBe(isFound);
  });

  it("puts whole words before beginnings before fragments", async () => {
    for (const [lastName, mark] of [
      ["Unterhochzell", "c"],
      ["Hochzellmann", "b"],
      ["Hochzell", "a"],
    ] as const) {
      await createEndUser(admin, { email: `${mark}@order.example`, lastName, country: "" });
    }
    const { rows } = await listEndUsers(admin, { search: "hochzell" });
    expect(rows.map((row) => row.email?.charAt(0))).toEqual(["a", "b", "c"]);
  });

  it.each(["0660 7654321", "+436607654321", "7654321", "Zeppelinallee 7", "98765"])(
    "finds an end-user by telephone and address: %s",
    async (search) => {
      await createEndUser(admin, {
        email: `${search.replace(/[^a-z0-9]/gi, "")}@found.example`,
        phone: "+43 660 7654321",
        streetAndNumber: "Zeppelinallee 7",
        zipCode: "98765",
        country: "",
      });
      const { rows } = await listEndUsers(admin, { search });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((row) => row.phone === "+43 660 7654321")).toBe(true);
    },
  );

  it("pages through what a search finds, and counts it", async () => {
    const search = "schröder";
    const ids = await walk((cursor) => listEndUsers(admin, { search, size: 25, cursor }));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await countEndUsers(admin, { search })).toEqual({ count: ids.length, isMore: false });
  });

  it.each(["schröder", "hröde", "anna", "anna schröder", "schrder", "linz", "k-100"])(
    "knows how many %s finds where that is less than it shows at most, as counting does",
    async (search) => {
      const input = { search, size: 25 };
      const lists = [
        [await listEndUsers(admin, input), await countEndUsers(admin, input)],
        [await listBuildings(admin, input), await countBuildings(admin, input)],
        [await listDevices(admin, input), await countDevices(admin, input)],
      ] as const;
      for (const [{ total, rows, next }, counted] of lists) {
        expect(total).toEqual(counted.count < 1000 && rows.length > 0 ? counted : undefined);
        expect(next !== undefined).toBe(counted.count > 25);
      }
      const [endUsers] = lists[0];
      const second = await listEndUsers(admin, { ...input, cursor: endUsers.next });
      expect(second.total).toEqual(endUsers.total);
    },
  );

  it("keeps filters while searching", async () => {
    const filters = { search: "schröder", country: "DE", devices: "any" } as const;
    const { rows } = await listEndUsers(admin, filters);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.country === "DE" && row.deviceCount > 0)).toBe(true);
  });

  it("keeps how long a device has been silent or waiting while searching", async () => {
    const hours = 24;
    const before = Date.now() - hours * 3_600_000;
    const silent = await listDevices(admin, { search: "schröder", silentHours: hours, size: 100 });
    expect(silent.rows.length).toBeGreaterThan(0);
    for (const { currentStateLastUpdatedAt } of silent.rows) {
      expect(currentStateLastUpdatedAt?.getTime() ?? 0).toBeLessThan(before);
    }
    const waiting = await listDevices(admin, {
      search: "schröder",
      waitingHours: hours,
      size: 100,
    });
    expect(waiting.rows.length).toBeGreaterThan(0);
    for (const row of waiting.rows) expect(row.connectionState).toBe("disconnected");
  });

  it("finds buildings by their own words and by their end-user", async () => {
    const [building] = (await listBuildings(admin, { country: "AT" })).rows;
    const own = await listBuildings(admin, {
      search: `${building?.name} ${building?.streetAndNumber} ${building?.town}`,
    });
    expect(own.rows.some((row) => row.id === building?.id)).toBe(true);
    const byOwner = await listBuildings(admin, { search: building?.owner.name ?? "" });
    expect(byOwner.rows.some((row) => row.id === building?.id)).toBe(true);
  });

  it("stays within the organization", async () => {
    const { rows } = await listEndUsers(actorOf(small.admin), { search: "schröder" });
    expect(rows).toHaveLength(0);
  });
});

describe("filtering", () => {
  it("composes", async () => {
    const filters = { kind: "heat_pump", connection: "disconnected", optimization: "on" } as const;
    const { rows } = await listDevices(admin, { ...filters, size: 100 });
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(row).toMatchObject({
        kind: "heat_pump",
        connectionState: "disconnected",
        isSmartOptimizationActive: true,
      });
    }
  });

  it("separates end-users with no, any, or a disconnected device", async () => {
    const none = await listEndUsers(admin, { devices: "none", size: 100 });
    expect(none.rows.every((row) => row.deviceCount === 0)).toBe(true);
    const disconnected = await listEndUsers(admin, { devices: "disconnected", size: 100 });
    expect(disconnected.rows.every((row) => row.disconnectedDeviceCount > 0)).toBe(true);
    expect(disconnected.rows).toHaveLength(100);
  });
});

/** The plan of the first or a later page of a list, read as the application role under its policies. */
async function planOf(statement: string): Promise<string> {
  const rows = await database.read(organization.id, (transaction) =>
    queryRows<{ "QUERY PLAN": string }>(
      transaction,
      sql.raw(`explain (analyze, costs off) ${statement}`),
    ),
  );
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

const page = "limit 26";
const someId = "01900000-0000-7000-8000-000000000000";

describe("each list uses an index as the application role", () => {
  // Plans of small tables say nothing, so the smaller ones are filled up here.
  beforeAll(async () => {
    await owner.client`
      insert into audit_events (organization_id, id, sequence, created_at, action, actor_kind, actor_id, target_type, target_id, request_id, details_hash, previous_hash, hash)
      select ${organization.id}, gen_random_uuid(), n + 100, now() - make_interval(secs => n), 'session.started', 'member', gen_random_uuid(), 'user', gen_random_uuid(), 'r', '', '', ''
      from generate_series(1, 20000) n`;
    await owner.client`
      insert into audit_details (organization_id, event_id, salt, actor_name, target_name, changes)
      select organization_id, id, '', 'Person ' || md5(sequence::text), 'Somebody', '{}' from audit_events
      where organization_id = ${organization.id} and sequence > 100`;
    await owner.client`
      insert into sessions (organization_id, id, user_id, expires_at)
      select ${organization.id}, gen_random_uuid(), ${organization.admin.id}, now() from generate_series(1, 5000)`;
    await owner.client`
      insert into users (organization_id, id, role, status, email, first_name, last_name, external_user_id)
      select ${small.id}, gen_random_uuid(), 'user', 'active', 'mass' || n || '@home.example', 'Anna', 'Gruber', 'M-' || (100000 + n)
      from generate_series(1, 40000) n`;
    await owner.client`vacuum analyze`;
  });

  it.each([
    [
      "devices_waiting_for_reconnection",
      `select id from devices where disconnected_since is not null and connection_state = 'disconnected' and deleted_at is null order by disconnected_since, id limit 6`,
    ],
    [
      "users_email",
      "select id from users where email_normalized = 'user@demo.example' and status <> 'no-access' and deleted_at is null",
    ],
    [
      "users_by_address",
      "select id from users where email_normalized = 'user@demo.example' and role = 'user' and deleted_at is null",
    ],
    [
      "audit_events_by_time",
      `select id from audit_events order by created_at desc, id desc ${page}`,
    ],
    [
      "audit_events_sequence",
      "select id from audit_events where sequence > 5000 order by sequence limit 1000",
    ],
    [
      "audit_events_by_action",
      `select id from audit_events where action = 'member.removed' order by created_at desc, id desc ${page}`,
    ],
    [
      "audit_events_by_actor",
      `select id from audit_events where actor_id = '${someId}' order by created_at desc, id desc ${page}`,
    ],
    [
      "audit_events_by_target",
      `select id from audit_events where target_id = '${someId}' order by created_at desc, id desc ${page}`,
    ],
    [
      "audit_events_by_actor_kind",
      `select id from audit_events where actor_kind = 'api-client' order by created_at desc, id desc ${page}`,
    ],
    [
      "users_by_access_end",
      "select id from users where deleted_at is null and access_ends_at is not null and access_ended_at is null and access_ends_at <= now()",
    ],
    [
      "sessions_pkey|sessions_organization_id_id_pk",
      `select id from sessions where id = '${someId}'`,
    ],
  ])("%s", async (index, statement) => {
    const plan = await planOf(statement);
    expect(plan).toMatch(new RegExp(`(Index|Bitmap)[^\\n]* (using|on) (${index})`));
    expect(plan).not.toMatch(/Seq Scan/);
    expect(plan).not.toMatch(/^\s*(->\s+)?Sort /m);
  });

  it.each([
    [
      "users",
      () => small.id,
      sql`search_end_users('[["gruber"], ["m-100680"]]'::jsonb, '{}'::jsonb, 100)`,
    ],
    [
      // Where ids of chance fall.
      "audit_details_elsewhen",
      () => organization.id,
      sql`search_audit_events(array['%' || left(md5('19999'), 12) || '%'], 100)`,
    ],
  ])("the trigram index of %s, inside its search function", async (table, tenant, search) => {
    const [pages] =
      await owner.client`select relpages as count from pg_class where relname = ${table}`;
    const plan = await database.read(tenant(), async (transaction) => {
      // The first search of a connection reads the catalogue too.
      await transaction.execute(sql`select ${search}`);
      return queryRows<{ "QUERY PLAN": string }>(
        transaction,
        sql`explain (analyze, buffers, costs off) select ${search}`,
      );
    });
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toMatch(/rows=1\.00/);
    const buffers = Number(/shared hit=(\d+)/.exec(text)?.[1]);
    expect(pages?.count).toBeGreaterThan(300);
    // A scan of the table would read every page of it, and each of the three tries is a scan.
    expect(buffers, text).toBeLessThan(pages?.count / 2);
  });
});

it("counts the fleet from stored counts, and lists the longest disconnected devices first", async () => {
  const board = await getFleet(admin, {});
  expect(board.endUsers).toEqual({ count: expect.any(Number), isMore: false });
  const counted = board.devicesByKind.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(size.devices + 1);
  const waiting = (await listWaitingDevices(admin, {})).map(
    (device) => device.disconnectedSince?.getTime() ?? 0,
  );
  expect(waiting).toEqual(waiting.toSorted((a, b) => a - b));
});
