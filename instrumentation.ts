/** Runs once as the server starts: a wrong configuration stops it here, in one clear line. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { environment } = await import("./lib/env");
  environment();
}

/** Last resort for what no page caught: a line with the digest that the error page shows. */
export async function onRequestError(error: unknown, request: { path: string; method: string }) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/log");
  const { databaseUnavailableDigest } = await import("./lib/unavailable-digest");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  // The database's own warnings say why; a page for each request that met it would bury them.
  if (digest === databaseUnavailableDigest) {
    log.warn({ method: request.method }, "answered as unavailable");
    return;
  }
  log.error({ err: error, digest, method: request.method, path: request.path }, "request failed");
}
