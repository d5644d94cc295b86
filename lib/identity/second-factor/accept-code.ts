import "server-only";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { decrypt } from "@/lib/core/crypto/encryption";
import { acceptPasskey } from "./passkey-ceremony";
import { spendRecoveryCode } from "./recovery-codes";
import { checkTotp } from "./totp";

export type AcceptedCode = { kind: "totp" | "recovery-code" | "passkey" };

/** Which kinds of second factor a person has set up. */
export async function secondFactorKinds(
  transaction: Transaction,
  userId: string,
): Promise<Set<"totp" | "passkey">> {
  const rows = await transaction
    .selectDistinct({ kind: secondFactors.kind })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  return new Set(rows.map(({ kind }) => kind));
}

/** Whether a person has set up a second factor. */
export async function hasSecondFactor(transaction: Transaction, userId: string): Promise<boolean> {
  return (await secondFactorKinds(transaction, userId)).size > 0;
}

/**
 * Takes what proves a person in a session, and spends it: a code of one of their authenticator apps, a
 * recovery code, or the browser's answer for one of their passkeys.
 * @returns undefined when it is none of these, or has been used
 */
export async function acceptCode(
  transaction: Transaction,
  userId: string,
  sessionId: string,
  code: string,
): Promise<AcceptedCode | undefined> {
  if (code.startsWith("{")) {
    const isProved = await acceptPasskey(transaction, userId, sessionId, code);
    return isProved ? { kind: "passkey" } : undefined;
  }
  const factors = await transaction
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), eq(secondFactors.kind, "totp")));
  const digits = code.replace(/\s/g, "");
  for (const factor of factors) {
    if (!factor.encryptedSecret) continue;
    const secret = decrypt(factor.encryptedSecret, userId);
    const timeStep = await checkTotp(secret, digits, factor.lastTimeStep);
    if (timeStep === undefined) continue;
    const spent = await transaction
      .update(secondFactors)
      .set({ lastTimeStep: timeStep, lastUsedAt: now() })
      .where(
        and(
          eq(secondFactors.id, factor.id),
          or(isNull(secondFactors.lastTimeStep), lt(secondFactors.lastTimeStep, timeStep)),
        ),
      )
      .returning({ id: secondFactors.id });
    if (spent.length === 1) return { kind: "totp" };
  }
  if (await spendRecoveryCode(transaction, userId, code)) return { kind: "recovery-code" };
  return undefined;
}
