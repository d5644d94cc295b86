import { randomBytes } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";
import { decrypt, encrypt } from "./encryption";

const keys = vi.hoisted(() => ({ ENCRYPTION_KEY: "", ENCRYPTION_KEY_PREVIOUS: "" }));
vi.mock("../env", () => ({ environment: () => keys }));

const newKey = () => randomBytes(32).toString("base64");

afterEach(() => {
  keys.ENCRYPTION_KEY_PREVIOUS = "";
});

it("opens with the same key and context alone", () => {
  keys.ENCRYPTION_KEY = newKey();
  const sealed = encrypt("a token", "account 1");
  expect(decrypt(sealed, "account 1")).toBe("a token");
  expect(() => decrypt(sealed, "account 2")).toThrow();
  keys.ENCRYPTION_KEY = newKey();
  expect(() => decrypt(sealed, "account 1")).toThrow();
});

it("opens what the key before encrypted, while keys change", () => {
  const before = newKey();
  keys.ENCRYPTION_KEY = before;
  const sealed = encrypt("a token", "account 1");
  keys.ENCRYPTION_KEY = newKey();
  keys.ENCRYPTION_KEY_PREVIOUS = before;
  expect(decrypt(sealed, "account 1")).toBe("a token");
  const encrypted = encrypt("a token", "account 1");
  keys.ENCRYPTION_KEY_PREVIOUS = "";
  expect(decrypt(encrypted, "account 1")).toBe("a token");
});

it("does not open what was changed in any byte", () => {
  keys.ENCRYPTION_KEY = newKey();
  const sealed = encrypt("a token", "account 1");
  for (const position of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
    expect(() => decrypt(changed, "account 1")).toThrow();
  }
});
