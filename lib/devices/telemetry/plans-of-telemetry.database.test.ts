import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillOrganization } from "@/bench/big-organization";
import { createDatabase, type Database } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { energyOf } from "./count-energy";

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
let database: Database;
let big: TestOrganization;

beforeAll(async () => {
  big = await createOrganization(owner.tables);
  await fillOrganization(owner.client, big.id, {
    endUsers: 5000,
    buildings: 6000,
    devices: 20_000,
  });
  await owner.client`vacuum analyze`;
  database = createDatabase(url, { connections: 1 });
}, 120_000);
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

it("counts the energy of the devices it is given without looking at the others", async () => {
  const report = { deviceId: big.deviceId, measuredAt: new Date() };
  const rows = await database.read(big.id, (transaction) =>
    queryRows<{ "QUERY PLAN": string }>(
      transaction,
      sql`explain ${energyOf([report, report], "Europe/Vienna")}`,
    ),
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toMatch(/Index Scan using \S+ on devices d\b.*\n.*Index Cond: .*id = given\.id/);
  expect(plan).not.toMatch(/(Seq|Bitmap Heap) Scan on devices\b/);
});
