import { expect, it } from "vitest";
import { monthText } from "@/lib/organization/billing/billing-schema";
import { Invalid } from "../errors";
import { parseInput } from "./parse-input";
import { recordVersion, z } from "./problems";

const schema = z.object({ town: z.string(), tags: z.array(z.string()).default([]) });

it.each([
  [{ town: "Gr\u0000az" }, { town: "format" }],
  [{ town: "Graz", tags: ["a", "\ud800"] }, { "tags.1": "format" }],
  [{ tags: [] }, { town: "required" }],
])("names what is wrong with %j", (input, fields) => {
  expect(() => parseInput(schema, input)).toThrow(new Invalid(fields as Record<string, string>));
});

it("takes every other character", () => {
  expect(parseInput(schema, { town: "Öß é 𴅍" })).toEqual({ town: "Öß é 𴅍", tags: [] });
});

it("refuses nesting that would overflow the stack", () => {
  const nested = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  expect(() => parseInput(z.object({ metadata: z.unknown() }), { metadata: nested })).toThrow(
    new Invalid({ metadata: "format" }),
  );
});

it("drops fields that the schema does not name", () => {
  const input = JSON.parse('{"town":"Graz","role":"admin","__proto__":{"isAdmin":true}}');
  const parsed = parseInput(schema, input);
  expect(parsed).toEqual({ town: "Graz", tags: [] });
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
});

it.each([
  ["the version of a record", recordVersion, ["2147483648", "1e308", "0", "NaN"], "2147483647"],
  ["a month", monthText, ["0000-01", "10000-01", "2026-13"], "9999-12"],
] as const)("refuses %s that PostgreSQL cannot hold", (_, schema, refused, last) => {
  for (const value of refused) expect(() => parseInput(schema, value)).toThrow(Invalid);
  expect(String(parseInput(schema, last))).toBe(last);
});
