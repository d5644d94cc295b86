import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idempotentResults } from "@/db/schema";
import { type Actor, actorId } from "../access/actor";
import { decrypt, encrypt } from "../crypto/encryption";
import { KeyReused } from "../errors";

const encryptionContext = "idempotent-result";

/** Where the next command of an actor's call notes its result; undefined for a call without a key. */
export function nextStep(actor: Actor) {
  const callerId = actorId(actor);
  if (!actor.idempotency || !callerId) return undefined;
  const { idempotency } = actor;
  return { idempotency, callerId, step: idempotency.steps++ };
}

export type Step = NonNullable<ReturnType<typeof nextStep>>;

/**
 * Takes a step's place, or finds what it gave before. One that is under way elsewhere is waited for.
 * @returns the earlier result; undefined when the command is to run now
 * @throws KeyReused when the key came with another request before
 */
export async function findEarlierResult(
  transaction: Transaction,
  organizationId: string,
  { idempotency, callerId, step }: Step,
): Promise<{ result: unknown } | undefined> {
  const { key, requestHash } = idempotency;
  const [taken] = await transaction
    .insert(idempotentResults)
    .values({ organizationId, callerId, key, step, requestHash })
    .onConflictDoNothing()
    .returning({ step: idempotentResults.step });
  if (taken) return undefined;
  const [earlier] = await transaction
    .select({ result: idempotentResults.result, requestHash: idempotentResults.requestHash })
    .from(idempotentResults)
    .where(ofStep(callerId, key, step));
  if (!earlier?.requestHash.equals(requestHash)) throw new KeyReused();
  idempotency.isReplay = true;
  return { result: earlier.result && JSON.parse(decrypt(earlier.result, encryptionContext)) };
}

/** Notes what a step gave, in the transaction that gave it. */
export async function recordResult(
  transaction: Transaction,
  { idempotency, callerId, step }: Step,
  result: unknown,
): Promise<void> {
  await transaction
    .update(idempotentResults)
    .set({ result: encrypt(JSON.stringify(result ?? null), encryptionContext) })
    .where(ofStep(callerId, idempotency.key, step));
}

const ofStep = (callerId: string, key: string, step: number) =>
  and(
    eq(idempotentResults.callerId, callerId),
    eq(idempotentResults.key, key),
    eq(idempotentResults.step, step),
  );
