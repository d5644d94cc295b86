import { expect, it } from "vitest";
import { addressedName } from "./addressed-name";

const huber = {
  companyName: "Bäckerei Huber GmbH",
  firstName: "Maria",
  lastName: "Huber",
  email: "office@huber.example",
  salutation: "ms",
} as const;

it.each([
  [huber, "de", "Frau Huber"],
  [huber, "en", "Ms Huber"],
  [{ ...huber, salutation: "mr" }, "de", "Herr Huber"],
  [{ ...huber, salutation: "neutral" }, "de", "Maria Huber"],
  [{ ...huber, salutation: null }, "de", "Maria Huber"],
  [{ ...huber, lastName: null }, "de", "Maria"],
  [{ ...huber, firstName: null, lastName: null }, "de", "Bäckerei Huber GmbH"],
  [{ ...huber, companyName: null, firstName: null, lastName: null }, "en", "office@huber.example"],
] as const)("calls %o in %s %s", (person, language, name) => {
  expect(addressedName(person, language)).toBe(name);
});
