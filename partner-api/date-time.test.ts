import { describe, expect, it } from "vitest";
import { dateTime } from "./date-time";

describe("a date-time that is sent", () => {
  it.each([
    ["2023-11-01T00:00:00+00:00", "2023-11-01T00:00:00.000Z"],
    ["2023-11-01T00:00:00.123456+00:00", "2023-11-01T00:00:00.123Z"],
    ["2023-11-01T00:00+02:00", "2023-10-31T22:00:00.000Z"],
    ["2023-11-01T00:00:00-0530", "2023-11-01T05:30:00.000Z"],
    ["2023-11-01 00:00:00+00:00", "2023-11-01T00:00:00.000Z"],
    ["2023-11-01T00:00:00 02:00", "2023-10-31T22:00:00.000Z"],
    ["2023-11-01T00:00Z", "2023-11-01T00:00:00.000Z"],
    ["2024-02-29t23:59:59z", "2024-02-29T23:59:59.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ])("is taken with any offset: %s", (text, utc) => {
    expect(dateTime.parse(text)).toBe(utc);
  });

  it.each([
    "2023-11-01T00:00:00",
    "2023-11-01",
    "2023-02-29T00:00:00Z",
    "2023-11-01T24:00:00Z",
    "2023-11-01T23:59:60Z",
    "2023-11-01T00:00:00+25:00",
    "2023-11-01T00:00:00+02:60",
    "0001-01-01T00:00:00+14:00",
    "0000-06-01T00:00:00Z",
    "9999-12-31T23:59:59-12:00",
    "+010000-01-01T00:00:00Z",
    "yesterday",
    "",
  ])("is refused, with what was sent: %s", (text) => {
    const message = dateTime.safeParse(text).error?.issues[0]?.message;
    expect(message).toBe(`dateTime:${JSON.stringify(text)}`);
  });

  it("is no number, and says so", () => {
    const { error } = dateTime.safeParse(1_700_000_000);
    expect(error?.issues[0]?.message).toBe("dateTime:1700000000");
  });
});
