import { expect, it, vi } from "vitest";
import { localeOf } from "@/lib/core/i18n/languages";
import { csvDownload } from "./download";
import { exportFormatOf, localMoment } from "./export-format";

const request = vi.hoisted(() => ({ locale: "" }));
vi.mock("next-intl/server", () => ({
  getLocale: async () => request.locale,
  getTranslations: async () => (key: string) => key,
}));

it.each([
  ["en", null, ","],
  ["de", null, ";"],
  ["en", "semicolon", ";"],
  ["de", "comma", ","],
] as const)(
  "separates cells for a reader of %s who chose %s by %s",
  async (language, chosen, separator) => {
    request.locale = localeOf[language];
    const organization = { timeZone: "Europe/Vienna" };
    const format = await exportFormatOf({ exportSeparator: chosen, organization });
    expect(format).toMatchObject({ separator, timeZone: "Europe/Vienna" });
  },
);

const row = {
  name: "Zoë; “x”, y",
  is_active: false,
  has_meter: true,
  latitude: -48.25,
  created_at: new Date("2026-11-27T23:10:00Z"),
};

async function* rows() {
  yield row;
}

const written = (separator: ";" | ",", yes: string, no: string) =>
  csvDownload("x", Object.keys(row), rows(), {
    separator,
    timeZone: "Europe/Vienna",
    yes,
    no,
  }).text();

it("writes for German readers with semicolons, decimal commas, ja and nein", async () => {
  const [, line] = (await written(";", "ja", "nein")).split("\n");
  expect(line).toBe('"Zoë; “x”, y";nein;ja;-48,25;2026-11-28 00:10:00');
});

it("writes for English readers with commas, decimal points, yes and no", async () => {
  const [, line] = (await written(",", "yes", "no")).split("\n");
  expect(line).toBe('"Zoë; “x”, y",no,yes,-48.25,2026-11-28 00:10:00');
});

it("begins with a byte order mark, so that Excel reads umlauts", async () => {
  const file = csvDownload("x", ["name"], rows(), {
    separator: ";",
    timeZone: "UTC",
    yes: "ja",
    no: "nein",
  });
  expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

it.each([
  ["2026-03-29T00:59:59Z", "2026-03-29 01:59:59"],
  ["2026-03-29T01:00:00Z", "2026-03-29 03:00:00"],
  ["2026-10-25T00:30:00Z", "2026-10-25 02:30:00"],
  ["2026-10-25T01:30:00Z", "2026-10-25 02:30:00"],
  ["2026-12-31T23:00:00Z", "2027-01-01 00:00:00"],
])("shows %s in Vienna as %s", (moment, shown) => {
  expect(localMoment(new Date(moment), "Europe/Vienna")).toBe(shown);
});
