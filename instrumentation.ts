/** Runs once as the server starts: a wrong configuration stops it here, in one clear line. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { environment } = await import("./lib/core/env");
  environment();
}

/** Last resort for what no page caught: a line with the digest that the error page shows. */
export async function onRequestError(error: unknown, request: { path: string; method: string }) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/core/log");
  const { isRefusalDigest } = await import("./lib/core/refusal-digests");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  // Where it matters another line says why; an error for each request that was refused would bury them.
  if (isRefusalDigest(digest)) {
    log.warn({ method: request.method, digest }, "answered with a refusal");
    return;
  }
  log.error({ err: error, digest, method: request.method, path: request.path }, "request failed");
}
