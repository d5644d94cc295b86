import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import english from "@/messages/en";
import { IncidentNotices } from "./incident-notice";

const incidentOf = (manufacturer: string, stillAffected: number) => ({
  ...{ id: manufacturer, manufacturer, stillAffected },
  startedAt: new Date("2026-11-28T08:00:00Z"),
});

const rendered = (incidents: ReturnType<typeof incidentOf>[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={english}
      timeZone="Europe/Vienna"
      formats={{ dateTime: { moment: { dateStyle: "medium", timeStyle: "short" } } }}
    >
      <IncidentNotices incidents={incidents} />
    </NextIntlClientProvider>,
  );

it("shows three incidents at most, those with most devices, and names the other manufacturers", () => {
  const html = rendered([
    incidentOf("Tesla", 1),
    incidentOf("Nibe", 40),
    incidentOf("SMA", 7),
    incidentOf("KEBA", 3),
    incidentOf("Audi", 2),
  ]);
  expect(html.match(/role="status"/g)).toHaveLength(4);
  expect(html.indexOf("Nibe outage")).toBeLessThan(html.indexOf("SMA outage"));
  expect(html).toContain("2 more outages: Audi and Tesla");
});

it("shows nothing more where there are three", () => {
  const html = rendered([incidentOf("Nibe", 2), incidentOf("SMA", 1), incidentOf("KEBA", 1)]);
  expect(html).not.toContain("more");
  expect(html).toContain("Nibe outage since");
});
