import { createFormatter, createTranslator, NextIntlClientProvider } from "next-intl";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, it, vi } from "vitest";
import german from "@/messages/de";
import english from "@/messages/en";
import { LiveValues } from "./live-values";

let locale: "en" | "de" = "en";
const messages = () => (locale === "en" ? english : german);
const timeZone = "Europe/Vienna";
const written = { dateStyle: "medium", timeStyle: "short" } as const;
const formats = { dateTime: { moment: written, exact: written } };

vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: "devices") =>
    createTranslator({ locale, messages: messages(), namespace }),
  getFormatter: async () => createFormatter({ locale, timeZone, formats }),
}));

const readAt = new Date("2026-10-29T09:30:00Z");

async function markupOf(
  device: Partial<Parameters<typeof LiveValues>[0]["device"]>,
  language: "en" | "de" = "en",
) {
  locale = language;
  const { prelude } = await prerenderToNodeStream(
    <NextIntlClientProvider
      locale={locale}
      messages={messages()}
      timeZone={timeZone}
      formats={formats}
    >
      <LiveValues
        device={{
          kind: "electric_vehicle",
          kindDetails: { isPluggedIn: true, isCharging: true, batteryLevel: 85, chargeRateW: 5400 },
          isAuthenticated: true,
          areValuesStale: false,
          currentStateLastUpdatedAt: readAt,
          ...device,
        }}
      />
    </NextIntlClientProvider>,
  );
  let html = "";
  for await (const chunk of prelude) html += String(chunk);
  return html.replaceAll("<!-- -->", "");
}

const titleOf = (html: string) => /<h2.*?<\/h2>/.exec(html)?.[0].replace(/<[^>]*>/g, "");

it("titles stale values with the time of their reading and shows none of them as live", async () => {
  const html = await markupOf({ areValuesStale: true });
  expect(titleOf(html)).toMatch(/^Last known · .*2026/);
  expect(html).not.toContain("accent");
  expect(html).toContain("85 %");
  expect(titleOf(await markupOf({ areValuesStale: true }, "de"))).toMatch(
    /^Zuletzt bekannt · .*2026/,
  );
});

it("titles current values as live", async () => {
  const html = await markupOf({});
  expect(titleOf(html)).toBe("Live");
  expect(html).toContain("webkit-progress-value]:bg-accent");
});

it("says that a device has no readings where none was ever taken", async () => {
  const html = await markupOf({ areValuesStale: true, currentStateLastUpdatedAt: null });
  expect(titleOf(html)).toBe("No readings yet");
});
