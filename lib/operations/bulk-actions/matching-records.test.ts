import { expect, it } from "vitest";
import { matchingRecords } from "./matching-records";

it("matches no records by the filters of a bulk action that has none", () => {
  expect(() => matchingRecords({ list: "device", parameters: null })).toThrow("The filters");
});
