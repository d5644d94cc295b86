import "server-only";
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { z } from "@/lib/core/validation/problems";
import { ConnectorProblem, type Health, isPassing } from "./connector";

/** Milliseconds that one try may take. */
const patience = 4000;
/** A cloud that failed so often in a row is left alone for a while. */
const maxFailures = 5;
const restMilliseconds = 10_000;
/** Answers that the health figure looks back on. */
const remembered = 50;

type Line = { tryOnce: IPolicy; tryAgain: IPolicy; outcomes: boolean[] };
const lines = new Map<string, Line>();

/** Each manufacturer has its own circuit breaker: one that is down does not keep the others waiting. */
function lineTo(manufacturer: string): Line {
  const known = lines.get(manufacturer);
  if (known) return known;
  const passing = handleWhen((error) => inWords(error).problem !== "throttled" && isFailure(error));
  const breaker = circuitBreaker(passing, {
    halfOpenAfter: restMilliseconds,
    breaker: new ConsecutiveBreaker(maxFailures),
  });
  const patiently = timeout(patience, TimeoutStrategy.Aggressive);
  // Pauses grow and are jittered, so that clients that failed together do not come back together.
  const retries = retry(
    handleWhen((error) => isFailure(error) && !(error instanceof BrokenCircuitError)),
    { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 150, maxDelay: 1500 }) },
  );
  const line = {
    tryOnce: wrap(breaker, patiently),
    tryAgain: wrap(retries, breaker, patiently),
    outcomes: [],
  };
  lines.set(manufacturer, line);
  return line;
}

const isFailure = (error: unknown) => isPassing(inWords(error)) && !isLongThrottle(error);

/** A server that sent Retry-After is not asked again before that. */
const isLongThrottle = (error: unknown) =>
  error instanceof ConnectorProblem &&
  error.problem === "throttled" &&
  (error.retryAfterSeconds ?? 0) > 1;

function inWords(error: unknown): ConnectorProblem {
  if (error instanceof ConnectorProblem) return error;
  if (error instanceof BrokenCircuitError) return new ConnectorProblem("unavailable", "resting");
  if (error instanceof TaskCancelledError) return new ConnectorProblem("unavailable", "timeout");
  return new ConnectorProblem("unavailable");
}

/**
 * Asks a manufacturer's cloud, within a time, through its breaker. What may be sent twice is tried again.
 * @param ask gets a signal that ends with the time
 * @throws ConnectorProblem
 */
export async function callManufacturer<Result>(
  manufacturer: string,
  isRepeatable: boolean,
  ask: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const line = lineTo(manufacturer);
  const policy = isRepeatable ? line.tryAgain : line.tryOnce;
  const note = (isAnswered: boolean) => {
    line.outcomes.push(isAnswered);
    if (line.outcomes.length > remembered) line.outcomes.shift();
  };
  try {
    const result = await policy.execute(({ signal }) => ask(signal));
    note(true);
    return result;
  } catch (error) {
    const problem = inWords(error);
    note(!isPassing(problem));
    throw problem;
  }
}

/** The share of the latest calls that were answered; 1 where there were none. */
export function healthOf(manufacturer: string): Health {
  const outcomes = lines.get(manufacturer)?.outcomes ?? [];
  const answered = outcomes.filter(Boolean).length;
  return {
    answeredShare: outcomes.length === 0 ? 1 : answered / outcomes.length,
    calls: outcomes.length,
  };
}

/** What a status that is no success means. @throws ConnectorProblem */
export function requireSuccess(response: Response): void {
  if (response.ok) return;
  if (response.status === 429) {
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    throw new ConnectorProblem("throttled", undefined, Number.isNaN(seconds) ? undefined : seconds);
  }
  if (response.status >= 500) throw new ConnectorProblem("unavailable", `HTTP ${response.status}`);
  if (response.status === 401) throw new ConnectorProblem("authorizationLost");
  throw new ConnectorProblem("unsupported", `HTTP ${response.status}`);
}

/** More devices than anybody has at one manufacturer. */
const MAX_ITEMS = 1000;

/**
 * A list of which each item is read separately, so that one that makes no sense does not spoil the others.
 * @returns the items that fit
 */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .max(MAX_ITEMS)
    .transform((items) =>
      items.flatMap((each): z.output<Item>[] => {
        const read = item.safeParse(each);
        return read.success ? [read.data as z.output<Item>] : [];
      }),
    );

/** The body of an answer as it should be. @throws ConnectorProblem `nonsense` */
export async function readAnswer<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  requireSuccess(response);
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ConnectorProblem("nonsense");
  return parsed.data as z.output<Schema>;
}
