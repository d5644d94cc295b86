import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password-hash";

it("hashes with Argon2id, 19 MiB and two passes, and its own salt", async () => {
  const first = await hashPassword("quiet lantern orbits maple");
  const second = await hashPassword("quiet lantern orbits maple");
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(second).not.toBe(first);
});

it("verifies a password exactly as it was typed", async () => {
  const hash = await hashPassword(" Quiet lantern orbits maple ");
  expect(await verifyPassword(hash, " Quiet lantern orbits maple ")).toBe(true);
  for (const other of ["Quiet lantern orbits maple", " quiet lantern orbits maple "]) {
    expect(await verifyPassword(hash, other)).toBe(false);
  }
});
