import "server-only";
import { Forbidden } from "./core/errors";
import { createUseCaseDefiners } from "./core/use-cases/pipeline";
import { lockActorAccount, revalidateActor } from "./identity/account/actor-account";
import { isWrongProof, limitProofs } from "./identity/second-factor/limit-proofs";
import { requireStepUp } from "./identity/second-factor/step-up";
import { recordAuditEvents } from "./platform/audit/record-audit-events";

/** The one place where the steps of every use-case are put together. */
export const { defineQuery, defineCommand } = createUseCaseDefiners({
  lockActorAccount,
  revalidateActor,
  requireStepUp,
  limitProofs,
  findDenial(actor, error) {
    if (error instanceof Forbidden) return "access.refused";
    return isWrongProof(actor, error) ? "identity.refused" : undefined;
  },
  recordAuditEvents,
});
