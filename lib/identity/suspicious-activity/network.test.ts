import { expect, it } from "vitest";
import { networkOf } from "./network";

it.each([
  ["203.0.113.7", "203.0.4.9", true],
  ["203.0.113.7", "203.1.113.7", false],
  ["::ffff:203.0.113.7", "203.0.113.9", true],
  ["2001:db8:1::1", "2001:db8:2::1", true],
  ["2001:db8:1::1", "2001:db9:1::1", false],
  ["nonsense", "nonsense", true],
  ["nonsense", "203.0.113.7", false],
])("%s and %s are of one network: %s", (one, other, isSame) => {
  expect(networkOf(one) === networkOf(other)).toBe(isSame);
});
