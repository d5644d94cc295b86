import createClient, {
  type Client,
  type FetchResponse,
  type MaybeOptionalInit,
} from "openapi-fetch";
import type { MediaType, PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";
import { type AccessTokens, accessTokens, type Credentials } from "./access-token.js";
import { readError } from "./problem.js";
import { type RetryOptions, withRetries } from "./retry.js";
import type { paths } from "./schema.js";

export type PartnerApiOptions = {
  /** The host of the API, like `https://portal.example`. */
  baseUrl: string;
  /** The credentials of an API client, or a token that is valid already. */
  credentials: Credentials | { token: string };
  retry?: RetryOptions;
  /** Sends requests; the global `fetch` by default. */
  fetch?: (request: Request) => Promise<Response>;
};

type Method = "get" | "put" | "post" | "delete";

/** What is left of openapi-fetch's answer when every refusal is thrown. */
type Answer<Operation extends Record<string | number, unknown>, Init> = Extract<
  FetchResponse<Operation, Init, MediaType>,
  { error?: never; data: unknown }
>;

type Call<Verb extends Method> = <
  Path extends PathsWithMethod<paths, Verb>,
  Init extends MaybeOptionalInit<paths[Path], Verb>,
>(
  path: Path,
  ...init: RequiredKeysOf<Init> extends never ? [Init?] : [Init]
) => Promise<Answer<paths[Path][Verb] & Record<string | number, unknown>, Init>>;

/** The operations of the API by method and path. Each throws a `PartnerApiError` when it is refused. */
export type PartnerApi = {
  GET: Call<"get">;
  PUT: Call<"put">;
  POST: Call<"post">;
  DELETE: Call<"delete">;
};

const BASE_PATH = "/api/partners/v2.0";
const TOKEN_PATH = "/oauth2/token/";
const KEY_HEADER = "idempotency-key";

/**
 * A client of the Partner API: it gets tokens, waits when the API asks it to, and gives every POST an
 * `Idempotency-Key`, so that it can be sent again.
 */
export function createPartnerApi(options: PartnerApiOptions): PartnerApi {
  const { credentials, retry = {}, fetch = (request) => globalThis.fetch(request) } = options;
  const host = options.baseUrl.replace(/\/+$/, "");
  const tokens: AccessTokens =
    "token" in credentials
      ? { get: async () => credentials.token, forget: () => {} }
      : accessTokens({ tokenUrl: `${host}${TOKEN_PATH}`, credentials, fetch, retry });
  const client: Client<paths> = createClient<paths>({
    baseUrl: `${host}${BASE_PATH}`,
    fetch: (request) => send(request, { tokens, fetch, retry }),
  });
  client.use({
    async onResponse({ response }) {
      if (!response.ok && response.status !== 304) throw await readError(response);
    },
  });
  // Refusals are thrown, which the types of openapi-fetch cannot say.
  return client as unknown as PartnerApi;
}

type Sender = Required<Pick<PartnerApiOptions, "fetch" | "retry">> & { tokens: AccessTokens };

async function send(request: Request, { tokens, fetch, retry }: Sender): Promise<Response> {
  if (request.method === "POST" && !request.headers.has(KEY_HEADER)) {
    request.headers.set(KEY_HEADER, crypto.randomUUID());
  }
  const answer = await sendWith(await tokens.get());
  if (answer.response.status !== 401) return answer.response;
  // The token was revoked, or expired while the call waited.
  tokens.forget(answer.token);
  const token = await tokens.get();
  return token === answer.token ? answer.response : (await sendWith(token)).response;

  async function sendWith(token: string) {
    const attempt = () => {
      const attempted = request.clone();
      attempted.headers.set("authorization", `Bearer ${token}`);
      return fetch(attempted);
    };
    return { token, response: await withRetries(attempt, isRepeatable(request), retry) };
  }
}

/** Whether a call can be sent again after its answer was lost without doing anything twice. */
const isRepeatable = ({ method, headers }: Request) =>
  method === "GET" || method === "POST" || (method === "PUT" && !headers.has("if-match"));
