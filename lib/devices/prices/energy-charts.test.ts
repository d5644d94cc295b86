import { afterEach, expect, it, vi } from "vitest";
import { hourlyAnswer, startEnergyCharts } from "@/testing/energy-charts-stand-in";
import { fetchEnergyCharts } from "./energy-charts";

type StandIn = Awaited<ReturnType<typeof startEnergyCharts>>;
let standIn: StandIn | undefined;

afterEach(async () => {
  vi.restoreAllMocks();
  await standIn?.close();
});

const day = "2026-01-10";
const flat = Array.from({ length: 24 }, () => 50);

async function fetchFrom(answer: Parameters<typeof startEnergyCharts>[0], zone = "DE_LU") {
  standIn = await startEnergyCharts(answer);
  return fetchEnergyCharts(standIn.url, zone, day, day);
}

it("reads the prices of a zone by the name that Energy-Charts has for it", async () => {
  const fetched = await fetchFrom(() => ({ body: hourlyAnswer(day, flat) }));
  expect(standIn?.asked).toEqual([`/price?bzn=DE-LU&start=${day}&end=${day}`]);
  expect(fetched).toMatchObject({ currency: "EUR", source: "energy-charts", dropped: 0 });
  expect(fetched?.quarters).toHaveLength(96);
  expect(fetched?.quarters[0]).toEqual({
    startsAt: new Date("2026-01-09T23:00:00Z"),
    pricePerMwh: 50,
  });
});

it("leaves out what no market pays, what is null, and what was not asked for", async () => {
  const prices = [-500, 4000, -500.01, 4000.01, null, ...Array.from({ length: 24 }, () => 1)];
  const fetched = await fetchFrom(() => ({ body: hourlyAnswer(day, prices) }));
  expect(fetched).toMatchObject({ dropped: 8 });
  expect(fetched?.quarters).toHaveLength(4 * 21);
});

it("does not ask for a zone that Energy-Charts does not have", async () => {
  expect(await fetchFrom(() => ({ body: "" }), "UK")).toBeUndefined();
  expect(standIn?.asked).toEqual([]);
});

const odd = (change: (answer: { unix_seconds: number[] }) => void) => {
  const answer = JSON.parse(hourlyAnswer(day, flat));
  change(answer);
  return JSON.stringify(answer);
};

it.each([
  ["too many requests", { status: 429 }, /HTTP 429/],
  ["an error of the server", { status: 503, body: "down" }, /HTTP 503/],
  ["no JSON", { body: "<html>" }, /SyntaxError/],
  ["JSON of another form", { body: "[]" }, /another form/],
  ["another currency", { body: hourlyAnswer(day, flat, "GBP / MWh") }, /not in EUR/],
  ["times without prices", { body: odd((it) => it.unix_seconds.push(1)) }, /no time/],
  ["times at odd seconds", { body: odd((it) => (it.unix_seconds[3] = 7)) }, /no quarter-hours/],
  ["an endless answer", { body: `["${"x".repeat(1_100_000)}"]` }, /too large/],
])("names its reason when it is answered %s", async (_, answer, reason) => {
  await expect(fetchFrom(() => answer)).rejects.toThrow(reason);
});

it("gives up on a server that does not answer", async () => {
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() =>
    AbortSignal.abort(new DOMException("late", "TimeoutError")),
  );
  await expect(fetchFrom(() => ({ hangs: true }))).rejects.toThrow(/TimeoutError/);
});
