import type { Context } from "hono";
import type { Visitor } from "@/lib/access/actor";
import { issueAccessToken, revokeAccessToken } from "@/lib/api-credentials/access-tokens";
import { consumeLimits, giveBack } from "@/lib/auth/rate-limits";
import { RateLimited } from "@/lib/errors";
import { requestOf } from "../http/find-caller";
import { type Credentials, readCredentials } from "./read-credentials";

/** Answers of the token endpoint are never kept by anybody (RFC 6749, 5.1). */
const unkept = { "cache-control": "no-store", pragma: "no-cache" };

/** Gives a token for a client's secret (RFC 6749, 4.4). */
export async function giveToken(context: Context): Promise<Response> {
  return forClient(context, async (visitor, { id, secret, parameters }) => {
    if (parameters.grant_type !== "client_credentials") {
      return refusal(parameters.grant_type ? "unsupported_grant_type" : "invalid_request");
    }
    const issued = await issueAccessToken(visitor, { id, secret, scope: parameters.scope ?? "" });
    if (!issued) return undefined;
    if (!issued.token) return refusal("invalid_scope");
    return json({
      access_token: issued.token,
      expires_in: issued.lifetimeSeconds,
      token_type: "Bearer",
      scope: issued.scopes.join(" "),
    });
  });
}

/** Ends a token (RFC 7009). One that is not the client's is answered as if it had been. */
export async function revokeToken(context: Context): Promise<Response> {
  return forClient(context, async (visitor, { id, secret, parameters }) => {
    if (!parameters.token) return refusal("invalid_request");
    const isRight = await revokeAccessToken(visitor, { id, secret, token: parameters.token });
    return isRight ? new Response(null, { status: 200, headers: unkept }) : undefined;
  });
}

/** Counts before it looks, so that nobody guesses secrets; a right one is given its count back. */
async function forClient(
  context: Context,
  act: (visitor: Visitor, credentials: Credentials) => Promise<Response | undefined>,
): Promise<Response> {
  const credentials = await readCredentials(context);
  if (typeof credentials === "string") return refusal(credentials);
  const { hostSlug, ...request } = requestOf(context);
  const address = request.clientAddress ?? "";
  const limits = [
    { limit: "client-secret", key: `${credentials.id} ${address}` },
    { limit: "client-address", key: address },
  ] as const;
  try {
    await consumeLimits([...limits]);
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    return json(
      { error: "temporarily_unavailable", error_description: "Too many wrong secrets." },
      429,
      { "retry-after": String(error.retryAfterSeconds) },
    );
  }
  const { organizationId } = credentials;
  const visitor: Visitor = { kind: "visitor", role: "visitor", organizationId, ...request };
  const response = await act(visitor, credentials);
  if (!response) return refusal("invalid_client");
  for (const limit of limits) await giveBack(limit);
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
