import type { RouteRequest } from "./route-examples";

/** What the stand-ins of `next/headers` and of the viewer answer for the request under way. */
let current: RouteRequest | undefined;

function getCurrent(): RouteRequest {
  if (!current) throw new Error("No route is being called.");
  return current;
}

/** In place of `next/headers`, which works within Next alone. */
export const nextHeaders = {
  headers: async () => new Headers({ host: "localhost:3000", ...getCurrent().headers }),
  cookies: async () => ({
    get: (name: string) => {
      const value = getCurrent().cookies?.[name];
      return value === undefined ? undefined : { name, value };
    },
  }),
};

/** In place of `requireMember`: who asks is part of the example. */
export async function requireMember() {
  const { member } = getCurrent();
  if (!member) throw new Error("This route is not called by a member.");
  const organization = { id: member.organizationId, name: "Utility", slug: "utility" };
  return { actor: member, organization };
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Calls a route handler as Next does: what it throws to redirect, or to answer 403 or 404, becomes a response. */
export async function callRoute(
  handler: Handler,
  method: string,
  request: RouteRequest,
): Promise<Response> {
  current = request;
  const { path, headers, body = null, params = {} } = request;
  const address = `http://localhost:3000${path}`;
  const init = { method, body, ...(headers && { headers }) };
  try {
    return await handler(new Request(address, init), { params: Promise.resolve(params) });
  } catch (error) {
    const status = statusOfControlFlow(error);
    if (status === undefined) throw error;
    return new Response(null, { status });
  }
}

function statusOfControlFlow(error: unknown): number | undefined {
  if (!(error instanceof Error && "digest" in error)) return undefined;
  const [kind, ...rest] = String(error.digest).split(";");
  if (kind === "NEXT_REDIRECT") return Number(rest.at(-2));
  if (kind === "NEXT_HTTP_ERROR_FALLBACK") return Number(rest[0]);
  return undefined;
}
