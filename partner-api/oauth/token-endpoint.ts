import type { Context } from "hono";
import type { Anonymous } from "@/lib/core/access/actor";
import { toScopeAnswer } from "@/lib/core/access/scopes";
import { UNAVAILABLE_RETRY_AFTER_SECONDS } from "@/lib/core/refusal-status";
import { answerRefusal, type RefusalAnswers } from "@/lib/core/refusals";
import { issueAccessToken, revokeAccessToken } from "@/lib/identity/api-credentials/access-tokens";
import { consumeLimits, refundLimit } from "@/lib/identity/auth/rate-limits";
import { requestOf } from "../http/find-caller";
import { type Credentials, readCredentials } from "./read-credentials";

/** Answers of the token endpoint are never kept by anybody (RFC 6749, 5.1). */
const unkept = { "cache-control": "no-store", pragma: "no-cache" };

/** Gives a token for a client's secret (RFC 6749, 4.4). */
export function giveToken(context: Context): Promise<Response> {
  return withRefusalAnswers(context, async (anonymous, { id, secret, parameters }) => {
    if (parameters.grant_type !== "client_credentials") {
      return refusal(parameters.grant_type ? "unsupported_grant_type" : "invalid_request");
    }
    const { hostSlug } = requestOf(context);
    const { scope } = parameters;
    const issued = await issueAccessToken(anonymous, { id, secret, scope, hostSlug });
    if (!issued) return undefined;
    if (!issued.token) return refusal("invalid_scope");
    return json({
      access_token: issued.token,
      expires_in: issued.lifetimeSeconds,
      token_type: "Bearer",
      scope: toScopeAnswer(issued.scopes, parameters.scope),
    });
  });
}

/** Ends a token (RFC 7009). One that is not the client's is answered as if it had been. */
export function revokeToken(context: Context): Promise<Response> {
  return withRefusalAnswers(context, async (anonymous, { id, secret, parameters }) => {
    if (!parameters.token) return refusal("invalid_request");
    const isRight = await revokeAccessToken(anonymous, { id, secret, token: parameters.token });
    return isRight ? new Response(null, { status: 200, headers: unkept }) : undefined;
  });
}

async function withRefusalAnswers(
  context: Context,
  act: (anonymous: Anonymous, credentials: Credentials) => Promise<Response | undefined>,
): Promise<Response> {
  try {
    return await forClient(context, act);
  } catch (error) {
    return answerRefusal(error, refusalAnswers);
  }
}

const refuseRequest = () => refusal("invalid_request");
const refuseClient = () => refusal("invalid_client");
const refuseForNow = () => later(503, UNAVAILABLE_RETRY_AFTER_SECONDS, "Please try again.");

/** What a use-case's refusal is in the words of RFC 6749, 5.2. */
const refusalAnswers: RefusalAnswers<Response> = {
  invalid: refuseRequest,
  duplicate: refuseRequest,
  conflict: refuseRequest,
  versionConflict: refuseRequest,
  keyReused: refuseRequest,
  notFound: refuseClient,
  forbidden: refuseClient,
  outOfScope: refuseClient,
  unauthenticated: refuseClient,
  stepUpRequired: refuseClient,
  rateLimited: ({ retryAfterSeconds }) => later(429, retryAfterSeconds, "Too many wrong secrets."),
  unavailable: refuseForNow,
  databaseUnavailable: refuseForNow,
};

const later = (status: 429 | 503, seconds: number, description: string) =>
  json({ error: "temporarily_unavailable", error_description: description }, status, {
    "retry-after": String(seconds),
  });

/** Counts before it looks, so that nobody guesses secrets; a right one is given its count back. */
async function forClient(
  context: Context,
  act: (anonymous: Anonymous, credentials: Credentials) => Promise<Response | undefined>,
): Promise<Response> {
  const credentials = await readCredentials(context);
  if (typeof credentials === "string") return refusal(credentials);
  const { hostSlug, ...request } = requestOf(context);
  const address = request.clientAddress;
  const limits = [
    { limit: "client-secret", address, account: credentials.id },
    { limit: "client-address", address },
  ] as const;
  await consumeLimits([...limits]);
  const { organizationId } = credentials;
  const anonymous: Anonymous = { kind: "anonymous", role: "anonymous", organizationId, ...request };
  const response = await act(anonymous, credentials);
  if (!response) return refusal("invalid_client");
  for (const limit of limits) await refundLimit(limit);
  return response;
}

type Refusal = "invalid_request" | "invalid_client" | "invalid_scope" | "unsupported_grant_type";

/** A refusal in the words of RFC 6749, 5.2. */
function refusal(error: Refusal): Response {
  if (error !== "invalid_client") return json({ error }, 400);
  return json({ error }, 401, { "www-authenticate": 'Basic realm="Wattdesk"' });
}

function json(body: object, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...unkept, ...headers },
  });
}
