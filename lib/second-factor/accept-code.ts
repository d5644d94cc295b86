import "server-only";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { decrypt } from "../auth/encryption";
import { now } from "../clock";
import { spendRecoveryCode } from "./recovery-codes";
import { checkTotp } from "./totp";

export type AcceptedCode = { kind: "totp" | "recovery-code" };

/** Whether a person has set up a second factor. */
export async function hasSecondFactor(transaction: Transaction, userId: string): Promise<boolean> {
  const [factor] = await transaction
    .select({ id: secondFactors.id })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .limit(1);
  return factor !== undefined;
}

/**
 * Takes a code of one of the person's authenticator apps, or a recovery code, and spends it.
 * @returns undefined when it is neither, or has been used
 */
export async function acceptCode(
  transaction: Transaction,
  userId: string,
  code: string,
): Promise<AcceptedCode | undefined> {
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
