import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Checks, createReadinessCheck } from "@/db/readiness";
import { environment } from "@/lib/core/env";
import { log } from "@/lib/core/log";

/** Strangers may ask, too: the database is looked at once a second at most. */
const MAX_AGE_MS = 1000;

type Readiness = { status: "ready" | "degraded" | "unavailable"; checks: Checks };

let check: ReturnType<typeof createReadinessCheck> | undefined;
let latest: { at: number; readiness: Promise<Readiness> } | undefined;

/**
 * Answers /livez and /readyz, before and without Next.
 * @returns whether the request was for one of them
 */
export function answerProbe(request: IncomingMessage, response: ServerResponse): boolean {
  switch (request.url?.split("?", 1)[0]) {
    case "/livez":
    // The name of /livez until version 0.1.
    case "/healthz":
      send(response, 200, { status: "ok" });
      return true;
    case "/readyz":
      getReadiness().then(
        (readiness) => send(response, readiness.status === "unavailable" ? 503 : 200, readiness),
        (error: unknown) => {
          log.error({ err: error }, "readiness could not be determined");
          send(response, 503, { status: "unavailable" });
        },
      );
      return true;
    default:
      return false;
  }
}

function getReadiness(): Promise<Readiness> {
  const now = performance.now();
  if (latest && now - latest.at < MAX_AGE_MS) return latest.readiness;
  check ??= createReadinessCheck(environment().DATABASE_URL);
  latest = { at: now, readiness: check().then(toReadiness) };
  return latest.readiness;
}

/** A missing worker does not make a web server unavailable: pages are served all the same. */
function toReadiness(checks: Checks): Readiness {
  const required = [checks.database, checks.role, checks.schema];
  if (required.some(({ status }) => status !== "ok")) return { status: "unavailable", checks };
  return { status: checks.worker.status === "ok" ? "ready" : "degraded", checks };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(status === 503 && { "retry-after": "5" }),
  });
  response.end(JSON.stringify(body));
}
