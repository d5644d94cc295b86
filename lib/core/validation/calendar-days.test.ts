import fc from "fast-check";
import { expect, it } from "vitest";
import { findSlashOrder, isAmbiguousDay, readDay } from "./calendar-days";

it.each([
  "28.11.2026",
  "28.11.26",
  "28. 11. 2026",
  "28.11.2026 00:00",
  "2026-11-28",
  "2026-11-28T00:00:00",
  "2026-11-28 10:15:00",
  "2026/11/28",
  "28. November 2026",
  "28 Nov 2026",
  "28-Nov-2026",
  "28th November 2026",
  "November 28, 2026",
  "Nov 28 2026",
  "28/11/2026",
  "11/28/2026",
])("reads %s", (text) => {
  expect(readDay(text)).toBe("2026-11-28");
});

it("reads Austrian months", () => {
  expect(readDay("6. Jänner 2027")).toBe("2027-01-06");
  expect(readDay("1. März 2027")).toBe("2027-03-01");
});

it.each(["31.02.2026", "2026-13-01", "0000-01-01", "soon", "", "46354", "12.2026"])(
  "finds no day in %j",
  (text) => {
    expect(readDay(text)).toBeUndefined();
  },
);

it("reads 03/04/2026 by the order of the file", () => {
  expect(readDay("03/04/2026")).toBe("2026-04-03");
  expect(readDay("03/04/2026", "month-first")).toBe("2026-03-04");
  expect(isAmbiguousDay("03/04/2026")).toBe(true);
  expect(isAmbiguousDay("03.04.2026")).toBe(false);
  expect(isAmbiguousDay("13/04/2026")).toBe(false);
  expect(findSlashOrder(["03/04/2026", "", "04/28/2026"])).toBe("month-first");
  expect(findSlashOrder(["03/04/2026", "28/04/2026"])).toBe("day-first");
  expect(findSlashOrder(["03/04/2026"])).toBeUndefined();
});

it("reads every day that it is told in German and ISO forms", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split("-").map(Number);
        expect(readDay(iso)).toBe(iso);
        expect(readDay(`${day}.${month}.${year}`)).toBe(iso);
      },
    ),
  );
});
