import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns a PHC string, salt and parameters included */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), parameters);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize("NFC"));
}

let decoy: Promise<string> | undefined;

/** Costs what a real verification costs, for accounts that do not exist. Always false. */
export async function verifyAgainstDecoy(password: string): Promise<false> {
  decoy ??= hashPassword(crypto.randomUUID());
  await verifyPassword(await decoy, password);
  return false;
}
