import { createFormatter, createTranslator } from "next-intl";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, it, vi } from "vitest";
import type { RecentSavings } from "@/lib/devices/savings/recent-savings";
import german from "@/messages/de";
import english from "@/messages/en";
import { SavingsCard } from "./savings-card";

let locale: "en" | "de" = "en";

vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: "savings") =>
    createTranslator({ locale, messages: locale === "en" ? english : german, namespace }),
  getFormatter: async () => createFormatter({ locale, timeZone: "Europe/Vienna" }),
}));

const known: RecentSavings = {
  days: 30,
  currency: "EUR",
  devices: 3,
  lookedAt: 2,
  sum: {
    ...{ total: 4.2, percentage: 18.18, standardError: 0.61, countedDays: 22, reason: null },
    leftOut: { unknown: 1, unmeasured: 0, unpriced: 0, unreferenced: 3 },
  },
};

async function textOf(savings: RecentSavings, language: "en" | "de" = "en"): Promise<string> {
  locale = language;
  const { prelude } = await prerenderToNodeStream(<SavingsCard savings={savings} />);
  let html = "";
  for await (const chunk of prelude) html += String(chunk);
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

const withSum = (sum: Partial<RecentSavings["sum"]>) => ({
  ...known,
  sum: { ...known.sum, ...sum },
});

it("shows no saving without its error, its days and its method", async () => {
  const text = await textOf(known);
  expect(text).toContain("Saved €4.20, 18.2%");
  expect(text).toContain("Standard error: ± €0.61");
  expect(text).toContain("Based on 22 days with optimisation");
  expect(text).toContain("Random sample of 2 of 3 devices");
  expect(text).toContain(
    "Excluded: 1 day when optimisation changed or wasn&#x27;t recorded and 3 days without enough comparison days",
  );
  expect(text).toContain("How is this calculated?");
  expect(text).toContain("days without optimisation");
});

it("calls a loss a loss, and names no share of nothing", async () => {
  expect(await textOf(withSum({ total: -1.5, percentage: -7 }))).toContain("€1.50 extra cost, 7%");
  expect(await textOf(withSum({ percentage: null }))).toContain("Saved €4.20 ");
});

it("says why nothing is known, in German too", async () => {
  const unknown = withSum({ total: null, percentage: null, reason: "unpriced", countedDays: 0 });
  const text = await textOf(unknown, "de");
  expect(text).toContain("Nicht verfügbar");
  expect(text).toContain("Keine Day-Ahead-Preise für diese Tage.");
  expect(text).not.toContain("€");
});
