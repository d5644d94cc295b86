import { expect, it } from "vitest";
import { vatTreatmentOf } from "./vat";

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
