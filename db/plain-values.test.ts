import { expect, it } from "vitest";
import { isoOf } from "./plain-values";

it.each([
  "2026-11-27 00:18:00+00",
  "2026-11-27 00:18:00.1+00",
  "2026-11-27 00:18:00.12+00",
  "2026-11-27 00:18:00.123+00",
  "2026-11-27 01:18:00.123+01",
  "2026-11-27 05:48:00.5+05:30",
  "0999-12-31 23:59:59.999-00:30",
])("%s is the moment that a date makes of it", (text) => {
  expect(isoOf(text)).toBe(new Date(text).toISOString());
});
