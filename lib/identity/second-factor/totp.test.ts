import { afterEach, expect, it, vi } from "vitest";
import { newTotpSecret } from "./totp";

afterEach(() => {
  vi.restoreAllMocks();
});

it("draws secrets of 160 bits from a generator that Math.random does not feed", () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const secrets = Array.from({ length: 100 }, newTotpSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(secrets).size).toBe(secrets.length);
});
