import { expect, it } from "vitest";
import { isVatIdOf, vatTreatmentOf } from "./vat";

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

it.each([
  ["AT", null, "domestic"],
  ["AT", "ATU13585627", "domestic"],
  ["DE", "DE136695976", "reverse-charge"],
  ["DE", null, "domestic"],
  ["CH", null, "outside-scope"],
] as const)("an Austrian seller taxes a customer in %s with the VAT id %s as %s", (...given) => {
  const [country, vatId, treatment] = given;
  expect(vatTreatmentOf({ country: "AT" }, { country, vatId })).toBe(treatment);
});
