import type { Context } from "hono";
import type { Actor } from "@/lib/core/access/actor";
import { NotFound } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { type Bearer, sharingReadsOf } from "@/lib/identity/api-credentials/find-bearer";
import { requiredScopes } from "../needs";
import type { Operation } from "../operation";
import { findCaller, readToken, requestOf } from "./find-caller";
import { findSecretHolder } from "./find-secret-holder";
import { limitRate } from "./limit-rate";
import { problem, problemResponse, toProblem } from "./problem";
import { isKnown, readExpectedVersions, readIdempotency, readRequest } from "./read-request";
import { recordCall } from "./record-call";
import { requireFields } from "./require-fields";

/** Makes the handler of an operation: who calls, how often, what is asked; then the operation's own act. */
export function serve(operation: Operation) {
  return (context: Context): Promise<Response> =>
    sharingReadsOf(readToken(context), () => serveCall(context, operation));
}

async function serveCall(context: Context, operation: Operation): Promise<Response> {
  const start = performance.now();
  const headers = new Headers();
  let caller: Pick<Bearer, "actor" | "callerId"> | undefined;
  let response: Response;
  try {
    caller = await (operation.opensBySecret ? findSecretHolder(context) : findCaller(context));
    for (const [name, value] of Object.entries(await limitRate(caller.callerId))) {
      headers.set(name, value);
    }
    response = await answer(context, operation, caller.actor, headers);
  } catch (error) {
    response = refuse(context, operation, error);
  }
  for (const [name, value] of headers) response.headers.set(name, value);
  if (caller) {
    const { requestId, clientAddress } = requestOf(context);
    recordCall(caller.actor.organizationId, {
      callerId: caller.callerId,
      method: context.req.method,
      path: context.req.path,
      status: response.status,
      milliseconds: Math.round(performance.now() - start),
      requestId,
      clientAddress,
      at: new Date(),
    });
  }
  return response;
}

async function answer(
  context: Context,
  operation: Operation,
  caller: Actor,
  headers: Headers,
): Promise<Response> {
  // Records of other organizations are answered as missing.
  const named = context.req.param("org_id");
  if (named !== undefined && named !== caller.organizationId) throw new NotFound();
  const { raw, params, query, body, headers: sent } = await readRequest(context, operation);
  const idempotency = operation.method === "post" ? readIdempotency(context, raw) : undefined;
  const actor = { ...caller, idempotency };
  if (operation.isPaged && operation.answer) {
    requireFields(operation.answer, context.req.query("fields") || undefined);
  }
  const expected = operation.isVersioned ? readExpectedVersions(context) : undefined;
  const url = new URL(context.req.url);
  const setHeader = (name: string, value: string) => headers.set(name, value);
  const result = await operation.handle({
    ...{ actor, params, query, body, expected, url, setHeader },
    headers: sent,
  });
  if (idempotency?.isReplay) headers.set("idempotency-replayed", "true");
  if (result instanceof Response) return result;
  if (!operation.answer) return new Response(null, { status: 204 });
  if (operation.method === "get" && isKnown(context, headers.get("etag"))) {
    return new Response(null, { status: 304 });
  }
  const text = JSON.stringify(result);
  // A long text would be gone through twice more on its way out, for its length and to be put behind the headers.
  return new Response(text.length < longText ? text : Buffer.from(text), {
    status: 200,
    headers: { "content-type": "application/json" },
  });
}

const longText = 16_384;

function refuse(context: Context, operation: Operation, error: unknown): Response {
  const { requestId } = requestOf(context);
  const refusal = toProblem(error, context.req.header("if-match") !== undefined);
  if (!refusal) {
    log.error({ requestId, operation: operation.id, err: error }, "an operation failed");
    return internalError(requestId);
  }
  const response = problemResponse(refusal, requestId);
  if (refusal.code === "insufficient_scope") {
    const scope = requiredScopes(operation).join(" ");
    response.headers.set("www-authenticate", `Bearer error="insufficient_scope", scope="${scope}"`);
  }
  return response;
}

export function internalError(requestId: string): Response {
  return problemResponse(problem("internal_error"), requestId);
}
