import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { type Actor, isPerson } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { StepUpRequired } from "@/lib/core/errors";
import { verifyPassword } from "../auth/password-hash";
import { acceptCode, secondFactorKinds } from "./accept-code";

/** How long a proof of identity holds for what is grave. */
const freshMinutes = 10;

/**
 * Step-up: makes sure that the person at an open session is still its owner. A login or an earlier
 * proof of the last ten minutes will do; otherwise the second factor is asked for, or the password of
 * those who have none. Clients of the API and jobs have nobody sitting at them. A personal token has no session
 * that could be proven, so it never passes: it is no way round step-up.
 * @throws StepUpRequired that says what to ask for
 */
export async function requireStepUp(transaction: Transaction, actor: Actor): Promise<void> {
  if (!isPerson(actor)) return;
  const pending = await findPendingStepUp(transaction, actor);
  if (!pending) return;
  const { asks, hasPasskey } = pending;
  const proof = actor.identityProof;
  if (!proof) throw new StepUpRequired(asks, false, hasPasskey);
  const isRight =
    asks === "code"
      ? await acceptCode(transaction, actor.userId, actor.sessionId, proof)
      : await isPassword(transaction, actor.userId, proof);
  if (!isRight) throw new StepUpRequired(asks, true, hasPasskey);
  await transaction
    .update(sessions)
    .set({ provenAt: now() })
    .where(eq(sessions.id, actor.sessionId));
}

/** What a sensitive command would ask for, so that its form can ask at once. */
export type PendingStepUp = { asks: "code" | "password"; hasPasskey: boolean };

/** What step-up would ask the actor for just now; undefined where it asks for nothing. */
export async function findPendingStepUp(
  transaction: Transaction,
  actor: Actor,
): Promise<PendingStepUp | undefined> {
  if (!isPerson(actor)) return undefined;
  const [session] = await transaction
    .select({ provenAt: sessions.provenAt })
    .from(sessions)
    .where(eq(sessions.id, actor.sessionId));
  const since = now().getTime() - freshMinutes * 60_000;
  if (session && session.provenAt.getTime() > since) return undefined;
  const kinds = await secondFactorKinds(transaction, actor.userId);
  return { asks: kinds.size > 0 ? "code" : "password", hasPasskey: kinds.has("passkey") };
}

/** Whether this is the person's password. */
export async function isPassword(
  transaction: Transaction,
  userId: string,
  password: string,
): Promise<boolean> {
  const [person] = await transaction
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  return person?.passwordHash ? verifyPassword(person.passwordHash, password) : false;
}
