import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  buildings,
  copiedRecords,
  devices,
  energyContracts,
  importRows,
  imports,
  users,
} from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { pick } from "@/lib/core/records/object-fields";
import { buildingFields } from "@/lib/customers/buildings/building-fields";
import { listedEndUserFields } from "@/lib/customers/end-users/end-user-fields";
import { energyContractFields } from "@/lib/customers/energy-contracts/energy-contract-fields";
import { getImport, listImportProblems } from "@/lib/operations/imports/read-imports";
import { workOnImport } from "@/lib/operations/imports/resume-imports";
import { undoImport } from "@/lib/operations/imports/undo-import";
import { cancelImport, runImport } from "@/lib/operations/imports/write-import";
import { createPartnerApi } from "@/sdk/src/index";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addCustomers, addOneOfEverything } from "@/testing/records/source-records";
import { startSourcePortal } from "@/testing/source-portal";
import { startSourceProxy } from "@/testing/source-proxy";
import { copyOrganization } from "./copy-organization";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let portal: Awaited<ReturnType<typeof startSourcePortal>>;
let organization: TestOrganization;
let admin: Member;

beforeAll(async () => {
  portal = await startSourcePortal();
  await addOneOfEverything(portal.tables, portal.organization);
});
afterAll(async () => {
  await portal.stop();
  await client.end();
});
beforeEach(async () => {
  organization = await createOrganization(tables);
  admin = actorOf(organization.admin) as Member;
});

const key = "the source";

const copy = (url = portal.url) =>
  copyOrganization(
    admin,
    {
      api: createPartnerApi({ baseUrl: url, credentials: portal.credentials }),
      organizationId: portal.organization.id,
      key,
      name: "portal.example",
    },
    () => {},
  );

const work = (id: string) => workOnImport(systemActor(organization.id, "job"), id, 60_000);

/** Reviews and runs the imports of a copy, as an admin does. */
async function runAll(report: Awaited<ReturnType<typeof copy>>) {
  const counts: Record<string, object> = {};
  for (const { id, kind } of report.imports) {
    await work(id);
    const found = await getImport(admin, { id });
    expect(found.state).toBe("checked");
    const { rowCount, changingCount, unchangedCount, faultyCount } = found;
    const problems = await listImportProblems(admin, { id });
    expect(problems.rows.map(({ problems: each }) => each)).toEqual([]);
    counts[kind] = {
      added: rowCount - changingCount - unchangedCount - faultyCount,
      changed: changingCount,
      unchanged: unchangedCount,
    };
    await runImport(admin, { id, scope: "good" });
    await work(id);
    expect((await getImport(admin, { id })).state).toBe("done");
  }
  return counts;
}

type Tables = typeof tables;
const deviceFields = [
  "kind",
  "manufacturer",
  "model",
  "modelYear",
  "externalDeviceId",
  "comment",
  "isSmartOptimizationActive",
  "isTradingEnabled",
  "isForecastingEnabled",
  "isInverterForcedModeEnabled",
  "priceZone",
  "pausePowerUntil",
] as const;
const { buildingId: _, ...contractFields } = energyContractFields;
const compared = {
  "end-user": Object.keys(listedEndUserFields),
  building: Object.keys(buildingFields),
  "energy-contract": [...Object.keys(contractFields), "energyPrices"],
  device: deviceFields,
};

/** The living records of end-users in an organization, by kind. */
async function recordsOf(from: Tables, organizationId: string) {
  const living = <Table extends typeof buildings | typeof energyContracts | typeof devices>(
    table: Table,
  ) => and(eq(table.organizationId, organizationId), isNull(table.deletedAt));
  return {
    "end-user": await from
      .select()
      .from(users)
      .where(
        and(
          eq(users.organizationId, organizationId),
          eq(users.role, "user"),
          isNull(users.deletedAt),
        ),
      ),
    building: await from.select().from(buildings).where(living(buildings)),
    "energy-contract": await from.select().from(energyContracts).where(living(energyContracts)),
    device: await from.select().from(devices).where(living(devices)),
  };
}

/** What the records of an organization say, with ids of the source: a copy and its original are equal. */
async function contentOf(from: Tables, organizationId: string) {
  const copies = await tables
    .select()
    .from(copiedRecords)
    .where(eq(copiedRecords.organizationId, organization.id));
  const originals = new Map(copies.map(({ recordId, sourceId }) => [recordId, sourceId]));
  const original = (id: string | null) => (id === null ? null : (originals.get(id) ?? id));
  const records = await recordsOf(from, organizationId);
  return Object.fromEntries(
    Object.entries(records).map(([kind, rows]) => [
      kind,
      rows
        .map((row) => ({
          ...pick(row, compared[kind as keyof typeof compared] as (keyof typeof row)[]),
          id: original(row.id),
          ...("userId" in row && { userId: original(row.userId) }),
          ...("buildingId" in row && { buildingId: original(row.buildingId) }),
        }))
        .filter(({ id }) => id !== organization.endUser.id && id !== organization.otherEndUser.id)
        .filter((row) => !("userId" in row) || row.userId !== organization.endUser.id)
        .sort((one, other) => String(one.id).localeCompare(String(other.id))),
    ]),
  );
}

const here = () => contentOf(tables, organization.id);
const there = () => contentOf(portal.tables, portal.organization.id);

describe("a copy of another installation", () => {
  it("makes every record as the source has it", async () => {
    const report = await copy();
    expect(report.members.map(({ role }) => role).sort()).toEqual(["admin", "staff"]);
    expect(report.devices).toBe(7);
    const counts = await runAll(report);
    expect(counts).toMatchObject({ device: { added: 7, changed: 0 } });
    expect(await here()).toEqual(await there());
    const copied = (await recordsOf(tables, organization.id)).device.filter(
      ({ userId }) => userId !== organization.endUser.id,
    );
    expect(copied.map(({ isAuthenticated }) => isAuthenticated)).toEqual(Array(7).fill(false));
  });

  it("changes only what the source has changed, when it is copied again", async () => {
    const first = await runAll(await copy());
    const unchanged = Object.fromEntries(
      Object.entries(first).map(([kind, counts]) => [
        kind,
        { added: 0, changed: 0, unchanged: (counts as { added: number }).added },
      ]),
    );
    expect(await runAll(await copy())).toEqual(unchanged);
    const { endUser, deviceId, buildingId, contractId } = portal.organization;
    await portal.tables.update(users).set({ firstName: "Renamed" }).where(eq(users.id, endUser.id));
    await portal.tables
      .update(buildings)
      .set({ name: "Another name" })
      .where(eq(buildings.id, buildingId));
    await portal.tables
      .update(energyContracts)
      .set({ supplier: "Another supplier" })
      .where(eq(energyContracts.id, contractId));
    await portal.tables
      .update(devices)
      .set({ comment: "In the cellar" })
      .where(eq(devices.id, deviceId));
    for (const counts of Object.values(await runAll(await copy()))) {
      expect(counts).toMatchObject({ added: 0, changed: 1 });
    }
    expect(await here()).toEqual(await there());
  });

  it("is undone from the last import to the first", async () => {
    const report = await copy();
    await runAll(report);
    for (const { id, kind } of report.imports.toReversed()) {
      await undoImport(admin, { id });
      await work(id);
      expect(await getImport(admin, { id })).toMatchObject({ state: "done", kept: [], kind });
    }
    const content = await here();
    expect(Object.values(content).flat()).toEqual([]);
    await runAll(await copy());
    expect(await here()).toEqual(await there());
  });

  it("cancels the imports that follow one that is cancelled", async () => {
    const report = await copy();
    await cancelImport(admin, { id: report.imports[0]?.id ?? "" });
    const states = await tables
      .select({ state: imports.state })
      .from(imports)
      .where(
        inArray(
          imports.id,
          report.imports.map(({ id }) => id),
        ),
      );
    expect(states.map(({ state }) => state)).toEqual(Array(4).fill("cancelled"));
  });

  it("is refused to a person who may not make records", async () => {
    admin = actorOf(organization.endUser) as unknown as Member;
    await expect(copy()).rejects.toThrow();
  });
});

describe("a source that", () => {
  it("limits calls is asked again when it says", async () => {
    const waited: number[] = [];
    let refusedAt = 0;
    const proxy = await startSourceProxy(portal.url, async (path, forward) => {
      if (path.includes("/buildings") && refusedAt === 0) {
        refusedAt = Date.now();
        return { status: 429, headers: { "retry-after": "1" }, body: "{}" };
      }
      if (path.includes("/buildings")) waited.push(Date.now() - refusedAt);
      return forward();
    });
    const report = await copy(proxy.url);
    await proxy.stop();
    expect(report.imports.map(({ kind }) => kind)).toContain("building");
    expect(Math.max(...waited)).toBeGreaterThanOrEqual(990);
  });

  it("has only the documented members and collections is copied", async () => {
    const proxy = await startSourceProxy(portal.url, async (path, forward) => {
      if (/home-batteries|smart-meters/.test(path)) {
        return { status: 404, headers: {}, body: "{}" };
      }
      const answer = await forward();
      if (path.includes("/oauth2")) return answer;
      const records: Record<string, unknown>[] = JSON.parse(answer.body);
      const documented = records.map((record) => {
        const kept = { ...record };
        for (const member of undocumented) delete kept[member];
        return kept;
      });
      // The documented lists come whole.
      return { ...answer, body: JSON.stringify(documented) };
    });
    const report = await copy(proxy.url);
    await proxy.stop();
    expect(report.devices).toBe(5);
    await runAll(report);
    const copied = await here();
    const original = await there();
    const names = (content: typeof copied) =>
      content["end-user"]?.map((person) => pick(person as never, ["firstName", "email"] as never));
    expect(names(copied)).toEqual(names(original));
    expect(copied.building).toEqual(
      original.building?.map((building) => expect.objectContaining(pick(building, ["id"]))),
    );
  });

  it("breaks off in the middle is read on from there, and no record is made twice", async () => {
    const many = await startSourcePortal("many");
    await addCustomers(many.tables, many.organization.id, 45);
    let calls = 0;
    const proxy = await startSourceProxy(many.url, (_path, forward) => {
      calls++;
      if (calls > 340 && calls < 500) return Promise.resolve(broken);
      return forward();
    });
    const run = () =>
      copyOrganization(
        admin,
        {
          api: createPartnerApi({ baseUrl: proxy.url, credentials: many.credentials }),
          organizationId: many.organization.id,
          key: "many",
          name: "many.example",
        },
        () => {},
      );
    await expect(run()).rejects.toThrow();
    const [firstImport] = await tables
      .select()
      .from(imports)
      .where(and(eq(imports.organizationId, organization.id), eq(imports.kind, "end-user")))
      .orderBy(asc(imports.id));
    expect(firstImport).toMatchObject({ state: "reading", rowCount: 40 });
    calls = 500;
    const report = await run();
    expect(report.skipped).toBe(40);
    expect(report.imports[0]).toMatchObject({ id: firstImport?.id, rowCount: 47 });
    const rows = await tables.$count(importRows, eq(importRows.importId, firstImport?.id ?? ""));
    expect(rows).toBe(47);
    expect(await runAll(report)).toMatchObject({ "end-user": { added: 47 } });
    await proxy.stop();
    await many.stop();
  }, 180_000);
});

const broken = { status: 500, headers: {}, body: "{}" };

/** Members that only Wattdesk's answers have. */
const undocumented = [
  "company_name",
  "vat_id",
  "salutation",
  "language",
  "preferred_channel",
  "latitude",
  "longitude",
  "valid_from",
  "valid_until",
  "metering_kind",
  "price_zone",
];
