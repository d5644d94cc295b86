import "server-only";
import { type Actor, actorId } from "../access/actor";
import { log } from "../log";

/** Logs one line for a call: actor, outcome and duration, never the input. */
export async function withUseCaseLog<Result>(
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
