import { expect, it } from "vitest";
import { optionalVatId } from "./optional-values";
import { isVatIdOf } from "./vat-id";

it.each([
  ["AT", "ATU13585627", true],
  ["AT", "ATU13585626", false],
  ["DE", "DE136695976", true],
  ["DE", "DE136695977", false],
  ["DE", "ATU13585627", false],
  ["GR", "EL094014201", true],
  ["GR", "GR094014201", false],
  ["IT", "IT00743110157", true],
])("in %s, %s is a VAT id: %s", (country, vatId, isRight) => {
  expect(isVatIdOf(country, vatId)).toBe(isRight);
});

it("stores a VAT id without spaces and hyphens, and refuses one with a wrong check digit", () => {
  expect(optionalVatId.parse(" atu 1358-5627 ")).toBe("ATU13585627");
  expect(optionalVatId.parse(" ")).toBeNull();
  expect(optionalVatId.safeParse("ATU13585626").error?.issues[0]?.message).toBe("vatId");
});
