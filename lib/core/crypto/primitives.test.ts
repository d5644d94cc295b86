import { expect, it } from "vitest";
import { filesWith, listSources, matchesIn, portalPlaces } from "@/testing/sources";

const sources = listSources(portalPlaces);

it("takes every cryptographic function from Node or from a library that is known here", () => {
  const packages = matchesIn(/from "((?:@[a-z]|[a-z])[^"]*)"/g, sources)
    .map(({ match }) => match)
    .filter((name) => /crypt|crypto|argon|jose|jwt|otp|webauthn|webhooks|oauth|auth/.test(name));
  expect([...new Set(packages)].sort()).toEqual([
    "@node-rs/argon2",
    "@simplewebauthn/browser",
    "@simplewebauthn/server",
    "next-auth",
    "next-auth/providers/credentials",
    "node:crypto",
    "oauth4webapi",
    "otplib",
    "standardwebhooks",
  ]);
});

it("hashes with SHA-256 and encrypts with AES-256-GCM, except for the signatures of Enode", () => {
  const algorithms = matchesIn(
    /create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify)\(\s*([^,)]+)/g,
    sources,
  );
  expect(algorithms.length).toBeGreaterThan(10);
  const others = algorithms.filter(
    ({ match }) => !['"sha256"', '"aes-256-gcm"'].includes(match.trim()),
  );
  expect(others).toEqual([
    { file: "lib/devices/connections/receive-manufacturer-event.ts", match: '"sha1"' },
  ]);
});

it("draws at least 128 random bits for every secret", () => {
  // The nonce of AES-GCM has 96 bits (NIST SP 800-38D).
  const lengths = matchesIn(/randomBytes\(([^)]*)\)/g, sources).filter(
    ({ match }) => match !== "nonceLength",
  );
  expect(lengths.length).toBeGreaterThan(5);
  for (const { file, match } of lengths) {
    expect(Number(match), file).toBeGreaterThanOrEqual(16);
  }
});

it("uses Math.random for the length of pauses only", () => {
  expect(filesWith(/Math\.random/, sources)).toEqual([
    "lib/core/use-cases/retry.ts",
    "lib/devices/connections/record-account-result.ts",
    "lib/platform/webhooks/deliver-webhooks.ts",
  ]);
});
