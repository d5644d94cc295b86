import fc from "fast-check";
import { expect, it } from "vitest";
import { countryOfTimeZone } from "./country-of-time-zone";
import { isUnreadablePhone, toPhoneColumns } from "./phone-number";

it.each([
  ["0660 7086797", "AT", "+436607086797", null],
  ["0660/7086797", "AT", "+436607086797", null],
  ["0043 660 7086797", "AT", "+436607086797", null],
  ["+43 (0) 660 7086797", "AT", "+436607086797", null],
  ["(0660) 708 67 97", "AT", "+436607086797", null],
  ["+49 30 901820", "AT", "+4930901820", null],
  ["030 901820", "DE", "+4930901820", null],
  ["+43 1 2345678", "ZZ", "+4312345678", null],
  ["01 2345678 DW 12", "AT", "+4312345678", "12"],
  ["01/2345678 Kl. 5", "AT", "+4312345678", "5"],
  ["01 2345678 ext. 12", "AT", "+4312345678", "12"],
])("reads %s in %s", (phone, country, number, extension) => {
  expect(toPhoneColumns(phone, country)).toEqual({
    phone,
    phoneInternational: number,
    phoneExtension: extension,
    phoneCountry: country,
  });
});

it.each(["kein Telefon", "4,36601E+11", "0660 1234567 / 0664 7654321", "12", "2345678 ZZ"])(
  "keeps %s, which is no number, as it was typed",
  (phone) => {
    const columns = toPhoneColumns(phone, "AT");
    expect(columns).toMatchObject({ phone, phoneInternational: null });
    expect(isUnreadablePhone(columns)).toBe(true);
  },
);

it("knows no national number where the country is unknown", () => {
  expect(isUnreadablePhone(toPhoneColumns("0660 7086797", "ZZ"))).toBe(true);
});

it("says nothing about a number that was not read yet, or is none", () => {
  expect(isUnreadablePhone({ phone: "x", phoneInternational: null, phoneCountry: null })).toBe(
    false,
  );
  expect(isUnreadablePhone(toPhoneColumns(null, "AT"))).toBe(false);
});

it("finds the country of an organization by its time zone", () => {
  expect(countryOfTimeZone("Europe/Vienna")).toBe("AT");
  expect(countryOfTimeZone("Europe/Zurich")).toBe("CH");
  expect(countryOfTimeZone("UTC")).toBeUndefined();
});

it("keeps any text as it was typed, and stores E.164 or nothing", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("AT", "DE", "ZZ"),
      (phone, country) => {
        const columns = toPhoneColumns(phone, country);
        expect(columns.phone).toBe(phone);
        expect(columns.phoneInternational ?? "+1234").toMatch(/^\+\d{4,15}$/);
      },
    ),
  );
});
