import { createFormatter, createTranslator } from "next-intl";
import { expect, it, vi } from "vitest";
import german from "@/messages/de";
import english from "@/messages/en";
import { diagnosisWords } from "./diagnosis-words";

let locale: "en" | "de" = "en";

vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: "diagnosis.checks") =>
    createTranslator({ locale, messages: locale === "en" ? english : german, namespace }),
  getFormatter: async () =>
    createFormatter({
      locale,
      timeZone: "Europe/Vienna",
      formats: { dateTime: { day: { dateStyle: "medium" }, moment: { dateStyle: "medium" } } },
    }),
}));

async function sentence(
  check: string,
  evidence: Record<string, string | number>,
  language: "en" | "de" = "en",
) {
  locale = language;
  return (await diagnosisWords())({ check, evidence }).sentence;
}

it.each([
  ["contractIsValid.ended", { until: "" }, "No valid contract today."],
  [
    "contractIsValid.ended",
    { until: "2026-10-31" },
    "No valid contract today. The last one ended on Oct 31, 2026.",
  ],
  ["deviceIsConnected.lost", { since: "–", reason: "–" }, "Disconnected."],
  [
    "deviceIsConnected.lost",
    { since: "2026-10-31T12:00:00Z", reason: "–" },
    "Disconnected since Oct 31, 2026.",
  ],
  ["deviceIsConnected.revoked", { since: "–", reason: "–" }, "Access revoked"],
  ["deviceIsConnected.faulty", { reason: "–" }, "The manufacturer reports an error"],
])("completes the sentence of %s with the evidence %o", async (check, evidence, expected) => {
  expect(await sentence(check, evidence)).toBe(expected);
});

it("leaves missing evidence out in German too", async () => {
  expect(await sentence("contractIsValid.notYet", { from: "" }, "de")).toBe(
    "Heute kein gültiger Vertrag.",
  );
  expect(await sentence("deviceIsConnected.lost", { since: "–", reason: "offline" }, "de")).toBe(
    "Getrennt. Grund laut Hersteller: offline.",
  );
});

it("says in words why a manufacturer's cloud did not answer", async () => {
  expect(await sentence("tokenIsFresh.failing", { tries: 3, problem: "throttled" })).toBe(
    "Reading the account failed 3 times in a row (too many requests)",
  );
});

it.each([
  ["en", "password_changed", "Disconnected. Manufacturer's reason: Password changed."],
  ["de", "password_changed", "Passwort geändert"],
  ["en", "Pump blocked", "Disconnected. Manufacturer's reason: Pump blocked."],
] as const)(
  "says in %s what the manufacturer's reason %s means",
  async (language, reason, says) => {
    const said = await sentence("deviceIsConnected.lost", { since: "–", reason }, language);
    expect(said).toContain(says);
  },
);
