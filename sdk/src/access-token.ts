import { readError } from "./problem.js";
import { type RetryOptions, withRetries } from "./retry.js";

export type Credentials = {
  clientId: string;
  clientSecret: string;
  /** Areas to ask for, apart by spaces; without it, everything that the client may. */
  scope?: string;
};

export type AccessTokens = {
  /** A token that is valid for a while: the one that is known, or a new one. */
  get(): Promise<string>;
  /** Forgets a token that the API has refused. */
  forget(token: string): void;
};

type Options = {
  tokenUrl: string;
  credentials: Credentials;
  fetch: (request: Request) => Promise<Response>;
  retry: RetryOptions;
};

type KnownToken = { token: string; renewAt: number };

/** A token is renewed so long before its expiry, or when a tenth of its lifetime is left. */
const MAX_RENEWAL_LEAD_SECONDS = 60;

/** Gets tokens for the credentials of a client (RFC 6749, 4.4). Calls that need one at once share a request. */
export function accessTokens({ tokenUrl, credentials, fetch, retry }: Options): AccessTokens {
  let known: KnownToken | undefined;
  let pending: Promise<KnownToken> | undefined;
  return {
    async get() {
      if (known && Date.now() < known.renewAt) return known.token;
      pending ??= requestToken().finally(() => {
        pending = undefined;
      });
      known = await pending;
      return known.token;
    },
    forget(token) {
      if (known?.token === token) known = undefined;
    },
  };

  async function requestToken(): Promise<KnownToken> {
    const requestedAt = Date.now();
    const response = await withRetries(() => fetch(tokenRequest()), true, retry);
    if (!response.ok) throw await readError(response);
    const { access_token: token, expires_in: seconds = 0 } = (await response.json()) as {
      access_token: string;
      expires_in?: number;
    };
    const leadSeconds = Math.min(MAX_RENEWAL_LEAD_SECONDS, seconds / 10);
    return { token, renewAt: requestedAt + (seconds - leadSeconds) * 1000 };
  }

  function tokenRequest(): Request {
    const { clientId, clientSecret, scope } = credentials;
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    return new Request(tokenUrl, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa(pair)}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        ...(scope && { scope }),
      }).toString(),
    });
  }
}
