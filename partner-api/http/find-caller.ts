import type { Context } from "hono";
import { environment } from "@/lib/core/env";
import { slugOfHost } from "@/lib/core/organizations/organization-host";
import { type Bearer, findBearer } from "@/lib/identity/api-credentials/find-bearer";
import { clientAddress } from "@/lib/identity/auth/client-address";
import { HttpProblem, unauthenticated } from "./problem";

/** Where a call comes from, past the trusted proxies. */
export function requestOf(context: Context) {
  const { TRUSTED_PROXY_HOPS, BASE_URL } = environment();
  return {
    requestId: context.get("requestId") as string,
    clientAddress: clientAddress(context.req.header("x-forwarded-for") ?? null, TRUSTED_PROXY_HOPS),
    hostSlug: slugOfHost(context.req.header("host") ?? null, BASE_URL),
  };
}

/** The bearer token of a request (RFC 6750, 2.1). */
export function readToken(context: Context): string | undefined {
  return context.req.header("authorization")?.match(/^Bearer +([\w.-]{1,200}) *$/i)?.[1];
}

/** Who calls. @throws HttpProblem 401 */
export async function findCaller(context: Context): Promise<Bearer> {
  const token = readToken(context);
  const bearer = token && (await findBearer(token, requestOf(context)));
  if (!bearer) throw new HttpProblem(unauthenticated());
  return bearer;
}
