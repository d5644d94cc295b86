import { createFormatter } from "next-intl";
import { expect, it } from "vitest";
import { formatMeasured } from "./measured-number";

const german = createFormatter({ locale: "de-AT" });

it.each([
  ["kWh", [14.56, 3220, 21, 21.1], ["14,6", "3.220,0", "21,0", "21,1"]],
  ["°C", [21, -3.25], ["21,0", "-3,3"]],
  ["W", [5400.4, 0], ["5.400", "0"]],
  ["%", [85, 84.6], ["85", "85"]],
])("writes every number of %s with the same decimals", (unit, values, expected) => {
  const written = values.map((value) =>
    formatMeasured(german, value, unit).replaceAll("\u00a0", "."),
  );
  expect(written).toEqual(expected);
});
