import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillOrganization } from "@/bench/big-organization";
import { createDatabase, type Database } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { hourlyPrices, hoursOfDevices } from "../savings/read-savings-days";
import { energyOf } from "./count-energy";
import { dataResolutions } from "./data-periods";
import { meansOf } from "./read-device-data";

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
let database: Database;
let big: TestOrganization;

/** Forty rows for each of some devices. */
const ofDevices = (columns: string) => `
  select organization_id, id, ${columns}, 500
  from (select * from devices where organization_id = '${big.id}' order by id limit 500) d
  cross join generate_series(1, 40) n`;

beforeAll(async () => {
  big = await createOrganization(owner.tables);
  await fillOrganization(owner.client, big.id, {
    endUsers: 5000,
    buildings: 6000,
    devices: 20_000,
  });
  await owner.client.unsafe(`
    insert into device_readings (organization_id, device_id, measured_at, power_w)
      ${ofDevices("now() - make_interval(hours => n)")};
    insert into hourly_readings (organization_id, device_id, hour, readings, power_w)
      ${ofDevices("date_trunc('hour', now()) - make_interval(hours => n), 1")};
    insert into daily_readings (organization_id, device_id, day, hours, power_w)
      ${ofDevices("current_date - n, 24")};
    insert into day_ahead_prices (feed, price_zone, starts_at, price_per_mwh, currency, source, fetched_at)
      select 'market', zone, date_trunc('hour', now()) - make_interval(mins => 15 * n), 50, 'EUR', 'test', now()
      from unnest(array['AT', 'BE', 'CH', 'DE_LU']) zone cross join generate_series(1, 5000) n`);
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

it.each(dataResolutions)(
  "reads the means of a device by %s through its key",
  async (resolution) => {
    const span = {
      deviceId: big.deviceId,
      from: new Date(Date.now() - 30 * 86_400_000),
      until: new Date(),
      measures: ["powerW", "gridPowerW"] as const,
      timeZone: "Europe/Vienna",
    };
    const rows = await database.read(big.id, (transaction) =>
      queryRows<{ "QUERY PLAN": string }>(transaction, sql`explain ${meansOf(resolution, span)}`),
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toMatch(/Index Cond: .*device_id = .*(measured_at|hour|day) >= /);
    // Partitions without rows are read whole.
    expect(plan).not.toMatch(/Seq Scan .*cost=\d+\.\d+\.\.[1-9]/);
  },
);

it("reads what a device took and what it cost for its savings through their keys", async () => {
  const moments = {
    from: new Date(Date.now() - 30 * 86_400_000).toISOString(),
    until: new Date().toISOString(),
  };
  const statements = [
    hoursOfDevices([{ id: big.deviceId }], moments),
    hourlyPrices("market", ["AT"], moments),
  ];
  for (const statement of statements) {
    const rows = await database.read(big.id, (transaction) =>
      queryRows<{ "QUERY PLAN": string }>(transaction, sql`explain ${statement}`),
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toMatch(/Index Cond: .*(device_id = |price_zone = )/);
    expect(plan).not.toMatch(/Seq Scan .*cost=\d+\.\d+\.\.[1-9]/);
  }
});
