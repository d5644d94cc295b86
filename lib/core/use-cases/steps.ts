import type { Transaction } from "@/db/client";
import type { Actor } from "../access/actor";
import type { AuditAction } from "../audit/actions";
import type { AuditEntry } from "../audit/audit-entry";

/** Steps of a use-case that features of the portal provide; `lib/define-use-case.ts` puts them in. */
export type UseCaseSteps = {
  /**
   * Reads the account of a person who acts again and locks it until the transaction ends.
   * @throws Unauthenticated, or Forbidden when the role has changed
   */
  lockActorAccount: (transaction: Transaction, actor: Actor) => Promise<void>;
  /**
   * Checks that an actor may still act whose request was answered before, or whose job works for a while.
   * @throws Unauthenticated, or Forbidden when the role has changed
   */
  revalidateActor: (transaction: Transaction, actor: Actor) => Promise<void>;
  /** @throws StepUpRequired */
  requireStepUp: (transaction: Transaction, actor: Actor) => Promise<void>;
  /** Limits how often a person may type a wrong password or code. @throws RateLimited */
  limitProofs: <Result>(
    actor: Actor,
    proof: string | undefined,
    run: () => Promise<Result>,
  ) => Promise<Result>;
  /** The audit event that an error leaves; undefined for most. */
  findDenial: (actor: Actor, error: unknown) => AuditAction | undefined;
  /** Writes audit events into the transaction of the change that they describe. */
  recordAuditEvents: (
    transaction: Transaction,
    actor: Actor,
    entries: AuditEntry[],
  ) => Promise<void>;
};
