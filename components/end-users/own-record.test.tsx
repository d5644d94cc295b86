import { createFormatter, createTranslator } from "next-intl";
import type { ComponentProps } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, it, vi } from "vitest";
import german from "@/messages/de";
import english from "@/messages/en";
import { OwnRecord } from "./own-record";

let locale: "en" | "de" = "en";
const translate = (namespace: "me") =>
  createTranslator({ locale, messages: locale === "en" ? english : german, namespace });
const written = { dateStyle: "medium" } as const;
const formats = { dateTime: { day: written, moment: written, exact: written } };
const formatter = () => createFormatter({ locale, timeZone: "Europe/Vienna", formats });

vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: "me") => translate(namespace),
  getFormatter: async () => formatter(),
}));
vi.mock("next-intl", async (original) => ({
  ...(await original<typeof import("next-intl")>()),
  useTranslations: (namespace: "me") => translate(namespace),
  useFormatter: () => formatter(),
}));

type Props = ComponentProps<typeof OwnRecord>;
type Device = Props["devices"][number];

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

const vehicle = (fields: Partial<Device>): Device => ({
  id: "0190f0a0-0000-7000-8000-000000000001",
  kind: "electric_vehicle",
  manufacturer: "Skoda",
  model: "Enyaq",
  isAuthenticated: true,
  connectionState: "connected",
  connectedSince: new Date("2026-09-09T12:00:00Z"),
  disconnectedSince: null,
  isSmartOptimizationActive: true,
  pausePowerUntil: null,
  currentStateLastUpdatedAt: hoursAgo(1),
  areValuesStale: false,
  kindDetails: { batteryLevel: 80, isPluggedIn: true },
  ...fields,
});

const lost = vehicle({
  id: "0190f0a0-0000-7000-8000-000000000002",
  model: "Citigo",
  isAuthenticated: false,
  connectionState: "disconnected",
  disconnectedSince: hoursAgo(72),
  currentStateLastUpdatedAt: hoursAgo(72),
  areValuesStale: true,
});

const record: Props = {
  me: {
    name: "Felix Leitner",
    email: "felix@home.example",
    phone: null,
    externalUserId: "K-100001",
    hasUnreadablePhone: false,
    buildings: [],
  } as unknown as Props["me"],
  devices: [vehicle({}), lost],
  savings: {
    days: 30,
    currency: "EUR",
    devices: 1,
    lookedAt: 1,
    sum: {
      ...{ total: null, percentage: null, standardError: null, countedDays: 0, reason: "kind" },
      leftOut: { unknown: 0, unmeasured: 0, unpriced: 0, unreferenced: 0 },
    },
  },
  contact: { organizationName: "Alpenstrom", email: "help@alpenstrom.example" },
  remedyFor: ({ connectionState }) =>
    connectionState === "disconnected" && <button type="button">Fix</button>,
  connect: <button type="button">Connect device</button>,
  devicePath: "/me/devices",
};

async function htmlOf(props: Partial<Props>, language: "en" | "de" = "en"): Promise<string> {
  locale = language;
  const { prelude } = await prerenderToNodeStream(<OwnRecord {...record} {...props} />);
  let html = "";
  for await (const chunk of prelude) html += String(chunk);
  return html;
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ \./g, ".");

it("puts the device that needs its owner first, with what to do", async () => {
  const html = await htmlOf({});
  const text = textOf(html);
  expect(text.indexOf("Citigo")).toBeLessThan(text.indexOf("Enyaq"));
  expect(text).toContain("Connection lost 3 days ago.");
  expect(text).toContain("until you sign in with Skoda again");
  expect(html.match(/>Fix</g)).toHaveLength(1);
  expect(html).toContain(`href="/me/devices/${lost.id}"`);
});

it("says the age of values, and calls those of a lost device the last known", async () => {
  const text = textOf(await htmlOf({}));
  expect(text).toContain("Last known ·");
  expect(text).toContain("Live · Updated 1 hour ago");
});

it("speaks German", async () => {
  const text = textOf(await htmlOf({}, "de"));
  expect(text).toContain("Die Verbindung wurde vor 3 Tagen unterbrochen.");
  expect(text).toContain("bis Sie sich wieder bei Skoda anmelden");
});

it("shows savings only where they are known", async () => {
  expect(textOf(await htmlOf({}))).not.toContain("Savings");
  const sum = { ...record.savings.sum, total: 4.2, countedDays: 22, reason: null };
  const text = textOf(await htmlOf({ savings: { ...record.savings, sum } }));
  expect(text).toContain("Saved");
});

it("offers an email with the customer number, or says where to find the contact", async () => {
  expect(await htmlOf({})).toContain(
    "mailto:help@alpenstrom.example?subject=Customer%20number%20K-100001",
  );
  const without = await htmlOf({ contact: { organizationName: "Alpenstrom", email: null } });
  expect(without).not.toContain("mailto:");
  expect(textOf(without)).toContain("Contact Alpenstrom.");
});

it("says what to do where there is no device yet", async () => {
  const html = await htmlOf({ devices: [] });
  expect(textOf(html)).toContain("No devices connected yet");
  expect(html.match(/>Connect device</g)).toHaveLength(1);
});
