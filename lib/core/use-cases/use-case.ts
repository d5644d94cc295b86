import type { z } from "zod";
import type { Transaction } from "@/db/client";
import type { Actor } from "../access/actor";
import type { Requirement } from "../access/authorize";
import type { AccessScope } from "../access/matrix";
import type { AuditEntry } from "../audit/audit-entry";

type Base<Input> = { actor: Actor; input: Input; transaction: Transaction };

/** What the steps of a use-case work with. `subject` is what its `load` step read. */
export type UseCaseContext<Input, Subject> = Base<Input> & { subject: Subject };

export type Requires<Input, Subject> =
  | Requirement
  | ((context: UseCaseContext<Input, Subject>) => Requirement[] | Promise<Requirement[]>);

export type Definition<Schema extends z.ZodType, Subject> = {
  /** The function's own name, as tests and refusals name it. */
  name: string;
  input: Schema;
  /** Reads the record that the call is about, once, for `requires` and `run`. */
  load?: (context: Base<z.output<Schema>>) => Promise<Subject>;
  /** The rights it needs; a function where they depend on the record. Checked before `run`. */
  requires: Requires<z.output<Schema>, Subject>;
};

export type Run<Schema extends z.ZodType, Subject, Result> = (
  context: UseCaseContext<z.output<Schema>, Subject> & {
    /** On `own` a query limits itself to the actor's records. */
    scope: AccessScope;
  },
) => Promise<Result>;

export type QueryDefinition<Schema extends z.ZodType, Subject, Result> = Definition<
  Schema,
  Subject
> & { run: Run<Schema, Subject, Result> };

export type CommandDefinition<Schema extends z.ZodType, Subject, Result> = Definition<
  Schema,
  Subject
> & {
  /** Runs one at a time within the organization: for rules about the whole team. */
  locksOrganization?: boolean;
  /**
   * Works for seconds in the name of a person who goes on working: their account is not locked, but read
   * again at the end.
   */
  isJob?: boolean;
  /** For sensitive commands: the actor has proved their identity within the last minutes. */
  requiresStepUp?:
    | boolean
    | ((context: UseCaseContext<z.output<Schema>, Subject>) => boolean | Promise<boolean>);
  /** The password or code that is part of the input: limited and audited like every proof of identity. */
  proofOf?: (input: z.output<Schema>) => string;
  run: Run<Schema, Subject, { result: Result; audit: AuditEntry[] }>;
};

export type UseCase<Schema extends z.ZodType = z.ZodType, Result = unknown> = {
  (actor: Actor, input: z.input<Schema>): Promise<Result>;
  /** For what a request brought: the same call, with input of which nothing is known yet. */
  from(actor: Actor, input: unknown): Promise<Result>;
  useCase: {
    name: string;
    kind: "query" | "command";
    input: Schema;
    requires: Requires<never, never>;
    /** Whether it works without a lock on the account of its person. */
    isJob: boolean;
  };
};

/** A use-case with any input. */
export type RegisteredUseCase = Pick<UseCase, "from" | "useCase">;
