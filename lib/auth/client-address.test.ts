import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

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
