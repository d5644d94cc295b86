import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import german from "@/messages/de";
import english from "@/messages/en";
import { ChangedFields } from "./changed-fields";

function textOf(props: Parameters<typeof ChangedFields>[0], locale: "en" | "de" = "en") {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={locale === "en" ? english : german}
      timeZone="UTC"
    >
      <ChangedFields {...props} />
    </NextIntlClientProvider>,
  );
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

it("shows old and new values, terms in the reader's language", () => {
  const changes = {
    lastName: { before: "Berger", after: "Neumann" },
    energyContractType: { before: null, after: "spot_hourly" },
  };
  const fields = Object.keys(changes);
  expect(textOf({ fields, changes })).toContain("Last name: Berger Neumann");
  expect(textOf({ fields, changes })).toContain(": – Hourly spot price");
  expect(textOf({ fields, changes }, "de")).not.toContain("spot_hourly");
});

it("names only the fields to those who may not see values", () => {
  expect(textOf({ fields: ["lastName"] })).toBe("Changed: Last name");
});

it("shows no key of a field that has no name", () => {
  expect(textOf({ fields: ["someInternalKey"] })).toBe("");
});

it.each([
  ["state", "waiting", "Waiting on customer", "Wartet auf Kunden"],
  ["propertyType", "Flat", "Flat", "Wohnung"],
])("says the term %s %s in both languages", (field, term, inEnglish, inGerman) => {
  const props = { fields: [field], changes: { [field]: { before: null, after: term } } };
  expect(textOf(props)).toContain(inEnglish);
  expect(textOf(props, "de")).toContain(inGerman);
});
