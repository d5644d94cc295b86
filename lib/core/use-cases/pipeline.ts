import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { organizations } from "@/db/schema";
import { type Actor, callerOf, isPerson } from "../access/actor";
import { authorize } from "../access/authorize";
import type { AccessScope } from "../access/matrix";
import { database } from "../database";
import { Forbidden } from "../errors";
import { parseInput } from "../validation/parse-input";
import { findEarlierResult, nextStep, recordResult } from "./idempotency";
import { withUseCaseLog } from "./log-use-case";
import { withRetry } from "./retry";
import type { UseCaseSteps } from "./steps";
import type {
  CommandDefinition,
  Definition,
  QueryDefinition,
  RegisteredUseCase,
  Requires,
  UseCase,
  UseCaseContext,
} from "./use-case";

const registry: RegisteredUseCase[] = [];

/** Every use-case whose file has been loaded, for the tests that enumerate them. */
export const registeredUseCases: readonly RegisteredUseCase[] = registry;

/** Makes `defineQuery` and `defineCommand` of the steps that features provide. */
export function createUseCaseDefiners(steps: UseCaseSteps) {
  /** Makes a use-case that only reads. PostgreSQL refuses a write inside it. */
  function defineQuery<Schema extends z.ZodType, Result, Subject = undefined>(
    definition: QueryDefinition<Schema, Subject, Result>,
  ): UseCase<Schema, Result> {
    return register("query", definition, (actor, input) =>
      withDenialAudit(definition.name, actor, () =>
        withRetry(() =>
          database().read(
            actor.organizationId,
            async (transaction) => {
              if (actor.isStreaming) await steps.revalidateActor(transaction, actor);
              const context = await loadSubject(definition, { actor, input, transaction });
              const scope = await authorizeAll(definition.requires, context);
              return definition.run({ ...context, scope });
            },
            callerOf(actor),
          ),
        ),
      ),
    );
  }

  /**
   * Makes a use-case that writes. Its change and its audit events are one transaction. The actor's account is read
   * again and locked first (a job's is read first and last), and a call with an idempotency key that ran before returns
   * its earlier result.
   */
  function defineCommand<Schema extends z.ZodType, Result, Subject = undefined>(
    definition: CommandDefinition<Schema, Subject, Result>,
  ): UseCase<Schema, Result> {
    return register("command", definition, async (actor, input) => {
      const { requiresStepUp } = definition;
      const proof =
        definition.proofOf?.(input) ??
        (requiresStepUp && isPerson(actor) ? actor.identityProof : undefined);
      const step = nextStep(actor);
      const inTransaction = async (transaction: Transaction): Promise<Result> => {
        // One lock order for all: organization, the actor's account, records by id, the audit head.
        if (definition.locksOrganization) await lockOrganization(transaction, actor);
        const isPersonsJob = definition.isJob === true && isPerson(actor);
        if (isPersonsJob) await steps.revalidateActor(transaction, actor);
        else await steps.lockActorAccount(transaction, actor);
        const context = await loadSubject(definition, { actor, input, transaction });
        const scope = await authorizeAll(definition.requires, context);
        const isSensitive =
          typeof requiresStepUp === "function"
            ? await requiresStepUp(context)
            : requiresStepUp === true;
        if (isSensitive) await steps.requireStepUp(transaction, actor);
        const earlier = step && (await findEarlierResult(transaction, actor.organizationId, step));
        if (earlier) return earlier.result as Result;
        const { result, audit } = await definition.run({ ...context, scope });
        await steps.recordAuditEvents(transaction, actor, audit);
        // Taking the right away is audited too: it is visible by now, or waits for the audit head until the commit.
        if (isPersonsJob) await steps.revalidateActor(transaction, actor);
        if (step) await recordResult(transaction, step, result);
        return result;
      };
      return withDenialAudit(definition.name, actor, () =>
        steps.limitProofs(actor, proof, () =>
          withRetry(() => database().write(actor.organizationId, inTransaction, callerOf(actor))),
        ),
      );
    });
  }

  /** The denied transaction was rolled back, so the denial is audited in another. */
  async function withDenialAudit<Result>(
    name: string,
    actor: Actor,
    call: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await call();
    } catch (error) {
      const action = steps.findDenial(actor, error);
      if (action) {
        const denial = { action, target: { type: "use-case", name } } as const;
        await withRetry(() =>
          database().write(
            actor.organizationId,
            (transaction) => steps.recordAuditEvents(transaction, actor, [denial]),
            callerOf(actor),
          ),
        );
      }
      throw error;
    }
  }

  return { defineQuery, defineCommand };
}

function register<Schema extends z.ZodType, Subject, Result>(
  kind: "query" | "command",
  {
    name,
    input: schema,
    requires,
    isJob = false,
  }: Definition<Schema, Subject> & { isJob?: boolean },
  call: (actor: Actor, input: z.output<Schema>) => Promise<Result>,
): UseCase<Schema, Result> {
  const from = (actor: Actor, input: unknown) =>
    withUseCaseLog(name, kind, actor, () => call(actor, parseInput(schema, input)));
  const useCase = Object.assign((actor: Actor, input: z.input<Schema>) => from(actor, input), {
    from,
    useCase: { name, kind, input: schema, requires: requires as Requires<never, never>, isJob },
  });
  registry.push(useCase);
  return useCase;
}

async function loadSubject<Schema extends z.ZodType, Subject>(
  { load }: Definition<Schema, Subject>,
  base: Omit<UseCaseContext<z.output<Schema>, Subject>, "subject">,
): Promise<UseCaseContext<z.output<Schema>, Subject>> {
  // Without `load` the type of the subject is `undefined`.
  const subject = load ? await load(base) : (undefined as Subject);
  return { ...base, subject };
}

async function authorizeAll<Input, Subject>(
  requires: Requires<Input, Subject>,
  context: UseCaseContext<Input, Subject>,
): Promise<AccessScope> {
  const requirements = typeof requires === "function" ? await requires(context) : [requires];
  if (requirements.length === 0) throw new Forbidden("A use-case named no right.");
  const scopes = requirements.map((requirement) => authorize(context.actor, requirement));
  return scopes.includes("own") ? "own" : "organization";
}

async function lockOrganization(transaction: Transaction, actor: Actor): Promise<void> {
  await transaction
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId))
    // Leaves foreign keys to the organization alone, which every insert of others checks.
    .for("no key update");
}
