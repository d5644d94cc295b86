import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { dayAheadPrices, devices, organizations } from "@/db/schema";
import { holdClock } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { hourlyAnswer, startEnergyCharts } from "@/testing/energy-charts-stand-in";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { updatePrices } from "./update-prices";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
let standIn: Awaited<ReturnType<typeof startEnergyCharts>>;
let status: number;

/** Every hour of the days asked for costs as much as its number. */
function answerOf(query: URLSearchParams) {
  const [start, end] = [query.get("start") ?? "", query.get("end") ?? ""];
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  const prices = Array.from({ length: 24 * days }, (_, hour) => hour % 24);
  return { status, body: hourlyAnswer(start, prices) };
}

beforeEach(async () => {
  await owner.tables.delete(dayAheadPrices);
  await owner.tables.update(devices).set({ priceZone: null });
  organization = await createOrganization(owner.tables);
  await setZone("AT");
  status = 200;
  standIn = await startEnergyCharts(answerOf);
  const settings = environment();
  vi.spyOn(settings, "DAY_AHEAD_PRICES", "get").mockReturnValue("energy-charts");
  vi.spyOn(settings, "ENERGY_CHARTS_URL", "get").mockReturnValue(standIn.url);
  holdClock(new Date("2026-02-10T11:59:00Z"));
});
afterEach(async () => {
  holdClock();
  vi.restoreAllMocks();
  await standIn.close();
});
afterAll(() => owner.client.end());

const setZone = (priceZone: string | null) =>
  owner.tables.update(devices).set({ priceZone }).where(eq(devices.id, organization.deviceId));

async function kept() {
  const [row] = await owner.tables
    .select({
      count: sql<number>`count(*)::int`,
      last: sql<string>`to_char(max(starts_at at time zone 'UTC'), 'YYYY-MM-DD HH24:MI')`,
      fetched: sql<number>`count(distinct fetched_at)::int`,
    })
    .from(dayAheadPrices);
  return row;
}

it("fetches the days behind and today before 13:00, and tomorrow from then on", async () => {
  await updatePrices("test");
  expect(standIn.asked).toEqual([
    "/price?bzn=AT&start=2025-11-11&end=2025-12-11",
    "/price?bzn=AT&start=2025-12-12&end=2026-01-11",
    "/price?bzn=AT&start=2026-01-12&end=2026-02-10",
  ]);
  expect(await kept()).toEqual({ count: 92 * 96, last: "2026-02-10 22:45", fetched: 1 });
  holdClock(new Date("2026-02-10T12:00:00Z"));
  await updatePrices("test");
  expect(standIn.asked.slice(3)).toEqual(["/price?bzn=AT&start=2026-02-11&end=2026-02-11"]);
  expect(await kept()).toMatchObject({ count: 93 * 96, last: "2026-02-11 22:45" });
});

it("fills a gap, and leaves prices that did not change as they were", async () => {
  await updatePrices("test");
  const gap = new Date("2026-01-20T10:15:00Z");
  await owner.tables.delete(dayAheadPrices).where(eq(dayAheadPrices.startsAt, gap));
  holdClock(new Date("2026-02-10T11:59:30Z"));
  await updatePrices("test");
  expect(standIn.asked.slice(3)).toEqual(["/price?bzn=AT&start=2026-01-20&end=2026-01-20"]);
  expect(await kept()).toMatchObject({ count: 92 * 96, fetched: 2 });
  const [filled] = await owner.tables
    .select()
    .from(dayAheadPrices)
    .where(eq(dayAheadPrices.startsAt, gap));
  expect(filled).toMatchObject({ pricePerMwh: 11, currency: "EUR", source: "energy-charts" });
});

it("fails when the provider refuses, so that the job is tried again, and keeps nothing", async () => {
  status = 429;
  await expect(updatePrices("test")).rejects.toThrow("AT: HTTP 429");
  expect(await kept()).toMatchObject({ count: 0 });
});

it("asks for nothing when no device has a zone, or no provider was chosen", async () => {
  await setZone(null);
  await updatePrices("test");
  await setZone("AT");
  vi.spyOn(environment(), "DAY_AHEAD_PRICES", "get").mockReturnValue("none");
  await updatePrices("test");
  expect(standIn.asked).toEqual([]);
});

it("makes up the prices of sandboxes without asking anybody", async () => {
  await owner.tables
    .update(organizations)
    .set({ environment: "sandbox" })
    .where(eq(organizations.id, organization.id));
  await updatePrices("test");
  expect(standIn.asked).toEqual([]);
  expect(await kept()).toMatchObject({ count: 92 * 96 });
  const feeds = await owner.tables
    .selectDistinct({ feed: dayAheadPrices.feed })
    .from(dayAheadPrices);
  expect(feeds).toEqual([{ feed: "simulated" }]);
});
