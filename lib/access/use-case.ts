import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { organizations } from "@/db/schema";
import { type AuditEntry, recordAuditEvents } from "../audit/record-audit-events";
import { database } from "../database";
import { Forbidden } from "../errors";
import { log } from "../log";
import { guardProof, isWrongProof } from "../second-factor/guard-proof";
import { requireProvenIdentity } from "../second-factor/prove-identity";
import { parseInput } from "../validation/parse-input";
import { type Actor, actorId, callerOf, isPerson } from "./actor";
import { lockActorAccount, revalidateActor } from "./actor-account";
import { authorize, type Requirement } from "./authorize";
import { findEarlierResult, nextStep, recordResult } from "./idempotency";
import type { Reach } from "./matrix";
import { withRetry } from "./retry";

type Context<Input> = { actor: Actor; input: Input; transaction: Transaction };

type Requires<Input> =
  | Requirement
  | ((context: Context<Input>) => Requirement[] | Promise<Requirement[]>);

type Definition<Schema extends z.ZodType> = {
  /** The function's own name, as tests and refusals name it. */
  name: string;
  input: Schema;
  /** The rights it needs; a function where they depend on the record. Checked before anything runs. */
  requires: Requires<z.output<Schema>>;
};

type Run<Schema extends z.ZodType, Result> = (
  context: Context<z.output<Schema>> & {
    /** How far the right reaches: on `own` a query limits itself to the actor's records. */
    reach: Reach;
  },
) => Promise<Result>;

export type UseCase<Schema extends z.ZodType = z.ZodType, Result = unknown> = {
  (actor: Actor, input: z.input<Schema>): Promise<Result>;
  useCase: { name: string; kind: "query" | "command"; input: Schema; requires: Requires<never> };
};

const registry: UseCase[] = [];

/** Every use-case whose file has been loaded, for the tests that enumerate them. */
export const registeredUseCases: readonly UseCase[] = registry;

/** Makes a use-case that only reads. PostgreSQL refuses a write inside it. */
export function defineQuery<Schema extends z.ZodType, Result>(
  definition: Definition<Schema> & { run: Run<Schema, Result> },
): UseCase<Schema, Result> {
  return register("query", definition, (actor, input) =>
    withDenialAudit(definition.name, actor, () =>
      withRetry(() =>
        database().read(
          actor.organizationId,
          async (transaction) => {
            if (actor.isStreaming) await revalidateActor(transaction, actor);
            const context = { actor, input, transaction };
            const reach = await authorizeAll(definition.requires, context);
            return definition.run({ ...context, reach });
          },
          callerOf(actor),
        ),
      ),
    ),
  );
}

/**
 * Makes a use-case that writes. Its change and its audit events are one transaction, and the actor's
 * own standing is read again inside it, so that a right lost a moment ago is lost here too. A call that says
 * by its key that it was sent before gets what it got then.
 */
export function defineCommand<Schema extends z.ZodType, Result>(
  definition: Definition<Schema> & {
    /** Takes turns with all commands of the organization that say so: for rules about the whole team. */
    locksOrganization?: boolean;
    /** For sensitive commands: the actor has proved their identity within the last minutes. */
    requiresStepUp?: boolean | ((context: Context<z.output<Schema>>) => boolean | Promise<boolean>);
    /** The password or code that is part of the input: limited and audited like every proof of identity. */
    proofOf?: (input: z.output<Schema>) => string;
    run: Run<Schema, { result: Result; audit: AuditEntry[] }>;
  },
): UseCase<Schema, Result> {
  return register("command", definition, async (actor, input) => {
    const { requiresStepUp } = definition;
    const proof =
      definition.proofOf?.(input) ??
      (requiresStepUp && isPerson(actor) ? actor.identityProof : undefined);
    const step = nextStep(actor);
    return withDenialAudit(definition.name, actor, () =>
      guardProof(actor, proof, () =>
        withRetry(() =>
          database().write(
            actor.organizationId,
            async (transaction) => {
              // One lock order for all: organization, the actor's account, records by id, the audit head.
              if (definition.locksOrganization) await lockOrganization(transaction, actor);
              await lockActorAccount(transaction, actor);
              const context = { actor, input, transaction };
              const reach = await authorizeAll(definition.requires, context);
              const asksProof =
                typeof requiresStepUp === "function"
                  ? await requiresStepUp(context)
                  : requiresStepUp === true;
              if (asksProof) await requireProvenIdentity(transaction, actor);
              const earlier =
                step && (await findEarlierResult(transaction, actor.organizationId, step));
              if (earlier) return earlier.result as Result;
              const { result, audit } = await definition.run({ ...context, reach });
              await recordAuditEvents(transaction, actor, audit);
              if (step) await recordResult(transaction, step, result);
              return result;
            },
            callerOf(actor),
          ),
        ),
      ),
    );
  });
}

function register<Schema extends z.ZodType, Result>(
  kind: "query" | "command",
  definition: Definition<Schema>,
  call: (actor: Actor, input: z.output<Schema>) => Promise<Result>,
): UseCase<Schema, Result> {
  const { name, input: schema, requires } = definition;
  const callable = (actor: Actor, input: z.input<Schema>) =>
    logging(name, kind, actor, () => call(actor, parseInput(schema, input)));
  const useCase = Object.assign(callable, {
    useCase: { name, kind, input: schema, requires: requires as Requires<never> },
  });
  registry.push(useCase as unknown as UseCase);
  return useCase;
}

/** One line for each call: who did what, how it went, how long it took. Never what was said. */
async function logging<Result>(
  useCase: string,
  kind: "query" | "command",
  actor: Actor,
  call: () => Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  const { requestId, organizationId, role } = actor;
  const line = (outcome: string) => ({
    requestId,
    organizationId,
    role,
    actorId: actorId(actor),
    useCase,
    outcome,
    milliseconds: Math.round(performance.now() - start),
  });
  try {
    const result = await call();
    log[kind === "command" ? "info" : "debug"](line("done"), useCase);
    return result;
  } catch (error) {
    log.warn(line(error instanceof Error ? error.name : "unknown"), useCase);
    throw error;
  }
}

async function authorizeAll<Input>(
  requires: Requires<Input>,
  context: Context<Input>,
): Promise<Reach> {
  const requirements = typeof requires === "function" ? await requires(context) : [requires];
  if (requirements.length === 0) throw new Forbidden("A use-case named no right.");
  const reaches = requirements.map((requirement) => authorize(context.actor, requirement));
  return reaches.includes("own") ? "own" : "organization";
}

async function lockOrganization(transaction: Transaction, actor: Actor): Promise<void> {
  await transaction
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId))
    // Leaves foreign keys to the organization alone, which every insert of others checks.
    .for("no key update");
}

/** The refused transaction has been rolled back, so the refusal is written in a separate one. */
async function withDenialAudit<Result>(
  name: string,
  actor: Actor,
  call: () => Promise<Result>,
): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    const action =
      error instanceof Forbidden
        ? "access.refused"
        : isWrongProof(actor, error)
          ? "identity.refused"
          : undefined;
    if (action) {
      await withRetry(() =>
        database().write(
          actor.organizationId,
          (transaction) =>
            recordAuditEvents(transaction, actor, [{ action, target: { type: "use-case", name } }]),
          callerOf(actor),
        ),
      );
    }
    throw error;
  }
}
