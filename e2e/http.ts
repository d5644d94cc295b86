import type { TestPerson } from "../testing/organization";
import { sessionCookieOf } from "../testing/session-cookie";

export const baseUrl = process.env.E2E_BASE_URL ?? "http://localhost:3000";

/** The header with a person's login cookie. */
export function cookieOf(person: TestPerson | undefined): Record<string, string> {
  return person ? { cookie: sessionCookieOf(person) } : {};
}

export type Answer = { status: number; location: string; body: string; headers: Headers };

/** One request without a browser: nothing is followed, nothing is added. */
export async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${baseUrl}${path}`, { redirect: "manual", ...init });
  return {
    status: response.status,
    location: response.headers.get("location") ?? response.headers.get("x-action-redirect") ?? "",
    body: await response.text(),
    headers: response.headers,
  };
}

/** As the router asks: Next first sends it on to an address with a checksum of its headers. */
export async function askAsRouter(path: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await ask(path, { headers });
  const target = answer.location && new URL(answer.location, baseUrl);
  if (target === "" || !target.searchParams.has("_rsc")) return answer;
  return ask(`${target.pathname}${target.search}`, { headers });
}

/** How many requests of one test run together: more of one person would wait for a connection. */
const AT_ONCE = 4;

/** Does something with each of several things, a few at a time. @returns what came of each, in their order */
export async function inParallel<Thing, Result>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = things.entries();
  const lane = async () => {
    for (const [place, thing] of waiting) results[place] = await act(thing);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, things.length) }, lane));
  return results;
}

/** The ways in which a page can be asked for; some have led past a proxy's checks before. */
export const variants: [
  string,
  (path: string) => { path: string; headers: Record<string, string> },
][] = [
  ["a router request", (path) => ({ path, headers: { rsc: "1" } })],
  ["a prefetch", (path) => ({ path, headers: { rsc: "1", "next-router-prefetch": "1" } })],
  [
    "a segment prefetch",
    (path) => ({
      path,
      headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    }),
  ],
  ["?_rsc", (path) => ({ path: `${path}?_rsc=abc12`, headers: { rsc: "1" } })],
  [".rsc", (path) => ({ path: `${path}.rsc`, headers: {} })],
  [".segments", (path) => ({ path: `${path}.segments/_tree.segment.rsc`, headers: {} })],
  ["a trailing slash", (path) => ({ path: `${path}/`, headers: {} })],
  ["data", (path) => ({ path, headers: { "x-nextjs-data": "1" } })],
  [
    "x-middleware-subrequest",
    (path) => ({
      path,
      headers: {
        "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
        "x-matched-path": path,
      },
    }),
  ],
  [
    "forged inner headers",
    (path) => ({
      path: `${path}?nxtPid=x`,
      headers: { "x-pathname": "/accounts/login", "x-middleware-next": "1", "x-invoke-path": path },
    }),
  ],
];

/** Calls a server action as the browser does: its id in a header, its arguments as multipart. */
export async function callAction(
  path: string,
  id: string,
  values: Record<string, string>,
  headers: Record<string, string>,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(`_1_${name}`, value);
  form.append("0", '[{"status":"idle"},"$K1"]');
  return ask(path, { method: "POST", headers: { "next-action": id, ...headers }, body: form });
}
