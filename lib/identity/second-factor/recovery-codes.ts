import "server-only";
import { createHash, randomInt } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recoveryCodes } from "@/db/schema";
import { now } from "@/lib/core/clock";

const count = 10;
const length = 24;
/** Without letters and digits that are taken for one another. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** A code has 118 bits of entropy; from 112 on a plain SHA-256 is enough (OWASP ASVS 5.0, 6.5.2). */
function hashOf(code: string): Buffer {
  return createHash("sha256").update(code).digest();
}

/** A code as people type it: case, spaces and dashes do not matter. */
function normalized(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, "");
}

function newCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** Gives a person ten new codes, to be shown this once. Earlier ones are void. */
export async function issueRecoveryCodes(
  transaction: Transaction,
  organizationId: string,
  userId: string,
): Promise<string[]> {
  await transaction.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const codes = Array.from({ length: count }, newCode);
  await transaction
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ organizationId, userId, codeHash: hashOf(code) })));
  return codes.map((code) => code.match(/.{4}/g)?.join("-") ?? code);
}

/** Spends a code. Of several tries at once one succeeds. */
export async function spendRecoveryCode(
  transaction: Transaction,
  userId: string,
  code: string,
): Promise<boolean> {
  const spent = await transaction
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashOf(normalized(code))),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return spent.length === 1;
}
