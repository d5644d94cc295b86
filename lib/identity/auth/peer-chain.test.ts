import { expect, it } from "vitest";
import { openPeerChain, sealPeerChain } from "./peer-chain";

const secret = "s".repeat(32);
const at = 1_800_000_000_000;
const header = sealPeerChain("198.51.100.7, 203.0.113.9", secret, at);

it("gives the chain back to our own server", () => {
  expect(openPeerChain(header, "::ffff:127.0.0.1", secret, at + 1000)).toBe(
    "198.51.100.7, 203.0.113.9",
  );
});

it.each<[string, string | string[] | undefined, string | undefined, string, number]>([
  ["of another server", sealPeerChain("192.0.2.1", "t".repeat(32), at), "127.0.0.1", secret, at],
  ["from elsewhere", header, "203.0.113.9", secret, at],
  ["without a peer", header, undefined, secret, at],
  ["that is old", header, "127.0.0.1", secret, at + 60_001],
  ["that was changed", header.replace(" ", " A"), "127.0.0.1", secret, at],
  ["that is missing", undefined, "127.0.0.1", secret, at],
  ["that comes twice", [header, header], "127.0.0.1", secret, at],
  ["that is nonsense", "x", "127.0.0.1", secret, at],
])("ignores a chain %s", (_, given, peer, key, now) => {
  expect(openPeerChain(given, peer, key, now)).toBeUndefined();
});
