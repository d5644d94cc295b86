import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { log } from "@/lib/core/log";
import { basePath, llmsPath, mcpPath, metadataPath, revocationPath, tokenPath } from "./base";
import { problem, problemResponse, toProblem } from "./http/problem";
import { internalError, serve } from "./http/serve-operation";
import { llmsText } from "./llms-text";
import { serveAssistant } from "./mcp/serve-assistant";
import { serverMetadata } from "./oauth/metadata";
import { giveToken, revokeToken } from "./oauth/token-endpoint";
import { openApiDocument } from "./open-api-document";
import { operations } from "./operations";

type Variables = { requestId: string };
/** Of calls that the API makes of itself. */
type Bindings = { requestId?: string };

/** A thousand records at a time. */
const maxBytes = 4_000_000;

/** The paths that the API answers; the others are pages. */
export function isApiPath(path: string): boolean {
  const docs = `${basePath}/docs`;
  if (path === docs || path.startsWith(`${docs}/`)) return false;
  if ([llmsPath, mcpPath, `${mcpPath}/`].includes(path)) return true;
  return [`${basePath}/`, `${tokenPath}`, revocationPath, metadataPath].some((start) =>
    path.startsWith(start),
  );
}

/** The Partner API with its token endpoint: everything that is not a page. */
export function partnerApi() {
  // Clients write addresses with and without the slash at the end.
  const app = new Hono<{ Variables: Variables; Bindings: Bindings }>({ strict: false });
  app.use(async (context, next) => {
    const requestId = context.env?.requestId ?? crypto.randomUUID();
    context.set("requestId", requestId);
    await next();
    const { headers } = context.res;
    headers.set("x-request-id", requestId);
    headers.set("x-content-type-options", "nosniff");
    headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  });
  app.use(bodyLimit({ maxSize: maxBytes, onError: tooLarge }));
  app.post(tokenPath, giveToken);
  app.post(revocationPath, revokeToken);
  app.get(metadataPath, (context) => context.json(serverMetadata()));
  app.post(
    mcpPath,
    serveAssistant(async (request, requestId) => app.fetch(request, { requestId })),
  );
  app.get(llmsPath, (context) => context.text(llmsText()));
  app.get(`${basePath}/openapi.json`, (context) => context.json(openApiDocument()));
  for (const operation of operations) {
    const path = `${basePath}${operation.path.replaceAll("{", ":").replaceAll("}", "")}`;
    app.on(operation.method.toUpperCase(), path, serve(operation));
  }
  refuseOtherMethods(app);
  app.notFound((context) =>
    problemResponse(
      problem("not_found", { detail: "There is no such address." }),
      context.get("requestId"),
    ),
  );
  app.onError((error, context) => {
    const requestId = context.get("requestId");
    const refusal = toProblem(error, false);
    if (refusal) return problemResponse(refusal, requestId);
    log.error({ requestId, path: context.req.path, err: error }, "a call failed");
    return internalError(requestId);
  });
  return app;
}

/** Answers 405 where an address is known by other methods (RFC 9110, 15.5.6). */
function refuseOtherMethods(app: Hono<{ Variables: Variables; Bindings: Bindings }>): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    if (method === "ALL" || path === "/*") continue;
    const known = methods.get(path) ?? new Set();
    methods.set(path, known.add(method));
    if (method === "GET") known.add("HEAD");
  }
  for (const [path, known] of methods) {
    const allow = [...known].sort().join(", ");
    app.all(path, (context) =>
      problemResponse(
        problem("method_not_allowed", { headers: { allow } }),
        context.get("requestId"),
      ),
    );
  }
}

function tooLarge(context: Context): Response {
  return problemResponse(problem("too_large"), context.get("requestId"));
}
