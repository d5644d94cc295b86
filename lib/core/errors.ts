import type { DatabaseFailure } from "@/db/errors";
import { refusalDigests } from "./refusal-digests";

/** The closed set of ways in which a use-case refuses. Mapped once for pages, actions and REST. */
export class DomainError extends Error {
  override name = "DomainError";
}

/** Not there, or its existence is none of the asker's business. */
export class NotFound extends DomainError {
  override name = "NotFound";
}

/** Known to the asker, but not theirs to touch. */
export class Forbidden extends DomainError {
  override name = "Forbidden";
}

/** The role has the right, and the token in use was not given it. */
export class OutOfScope extends Forbidden {
  override name = "OutOfScope";
  constructor(action: string, resource: string) {
    super(`The token is not for this: ${action} ${resource}`);
  }
}

/** The actor's session or account ended while the request was under way. */
export class Unauthenticated extends DomainError {
  override name = "Unauthenticated";
}

/** Field names mapped to a key of the `problems` messages, optionally with a limit: `tooLong:100`. */
export type FieldProblems = Record<string, string>;

export class Invalid extends DomainError {
  override name = "Invalid";
  constructor(readonly fields: FieldProblems) {
    super(`Invalid: ${Object.keys(fields).join(", ")}`);
  }
}

/** Another record has what may be there once. `fields` says what, and names that record. */
export class Duplicate extends DomainError {
  override name = "Duplicate";
  constructor(
    readonly fields: FieldProblems,
    readonly existingId: string,
  ) {
    super(`Duplicate: ${Object.keys(fields).join(", ")}`);
  }
}

/** The state of things forbids it. `problem` is a key of the `problems` messages. */
export class Conflict extends DomainError {
  override name = "Conflict";
  constructor(
    readonly problem: string,
    /** The state of the record that forbids it, where clients act on that. */
    readonly state?: string,
  ) {
    super(`Conflict: ${problem}`);
  }
}

/** Another wrote since the record was read: what is saved now, and where it differs from what was to be written. */
export class VersionConflict extends Conflict {
  override name = "VersionConflict";
  readonly version: number;
  readonly differences: Record<string, { saved: unknown; wanted: unknown }>;
  constructor(saved: { version: number }, wanted: Record<string, unknown>) {
    super("changedMeanwhile");
    this.version = saved.version;
    const values = saved as Record<string, unknown>;
    const differing = Object.keys(wanted).filter(
      (field) =>
        wanted[field] !== undefined &&
        JSON.stringify(values[field] ?? null) !== JSON.stringify(wanted[field] ?? null),
    );
    this.differences = Object.fromEntries(
      differing.map((field) => [field, { saved: values[field], wanted: wanted[field] }]),
    );
  }
}

/** An Idempotency-Key that was used before came with another request. */
export class KeyReused extends DomainError {
  override name = "KeyReused";
}

export class RateLimited extends DomainError {
  override name = "RateLimited";
  readonly digest = refusalDigests.rateLimited;
  constructor(readonly retryAfterSeconds: number) {
    super(`Rate limited for ${retryAfterSeconds} s`);
  }
}

/** The act is grave and the last proof of who acts lies too far back: it is asked for again. */
export class StepUpRequired extends DomainError {
  override name = "StepUpRequired";
  constructor(
    readonly asks: "code" | "password",
    /** Whether something was typed that did not fit. */
    readonly wasWrong: boolean,
    readonly hasPasskey: boolean,
  ) {
    super(`Identity unproven: ${asks}${wasWrong ? " was wrong" : ""}`);
  }
}

/** Something that is needed does not answer just now: the same request may well succeed in a moment. */
export class Unavailable extends DomainError {
  override name = "Unavailable";
  readonly digest: string = refusalDigests.unavailable;
}

/** The database could not do its part: it is away, or overloaded, or others hold what was asked for. */
export class DatabaseUnavailable extends Unavailable {
  override name = "DatabaseUnavailable";
  override readonly digest = refusalDigests.databaseUnavailable;
  constructor(readonly failure: DatabaseFailure) {
    super(`Database unavailable: ${failure.kind}`, { cause: failure.cause });
  }
}

/** The name of the constraint that a failed statement violated, if that is why it failed. */
export function violatedConstraint(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("constraint" in cause)) return undefined;
  return cause.constraint === undefined ? undefined : String(cause.constraint);
}
