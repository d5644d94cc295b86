import { describe, expect, it } from "vitest";
import { clientAddress, clientLine, lineOf, networkOf } from "./client-address";

// Our server appends the socket's peer; everything before it is what the client or a proxy wrote.
describe("without trusted proxies", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["1.1.1.1, 203.0.113.9", "203.0.113.9"],
    ["1.1.1.1, 2.2.2.2, 3.3.3.3, 203.0.113.9", "203.0.113.9"],
    ["127.0.0.1, 203.0.113.9", "203.0.113.9"],
    [", ,203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["spoof, 2001:db8::1", "2001:db8::1"],
  ])("%j is the peer %s", (header, address) => {
    expect(clientAddress(header, 0)).toBe(address);
  });
});

describe("behind one trusted proxy", () => {
  it.each([
    ["203.0.113.9, 10.0.0.1", "203.0.113.9"],
    ["6.6.6.6, 203.0.113.9, 10.0.0.1", "203.0.113.9"],
    ["10.0.0.1", "10.0.0.1"],
  ])("%j comes from %s", (header, address) => {
    expect(clientAddress(header, 1)).toBe(address);
  });
});

it("is unknown without the header", () => {
  expect(clientAddress(null, 0)).toBeUndefined();
});

it.each([
  ["203.0.113.9", "203.0.113.10", false],
  ["203.0.113.9", "::ffff:203.0.113.9", true],
  ["2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true],
  ["2001:db8:0:1::1", "2001:db8:0:2::1", false],
  ["unknown", "unknown", true],
])("tells whether %s and %s are of one line", (one, other, isSame) => {
  expect(lineOf(one) === lineOf(other)).toBe(isSame);
});

it("takes the line of the address that the trusted proxy saw", () => {
  const headers = { "x-forwarded-for": "6.6.6.6, 2001:db8:0:1::1, 10.0.0.1" };
  expect(clientLine(headers, 1)).toBe(lineOf("2001:db8:0:1::2"));
});

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
