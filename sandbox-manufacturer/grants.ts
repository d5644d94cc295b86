import { type Account, accountsOf, type Grant, save, secret } from "./world";

/** Seconds. */
const accessTokenLife = 600;

export type Held = { account: Account; grant: Grant };

/** Issues an access token; the refresh token is another from now on. */
export function issueTokens({ grant }: Held, rotates: boolean) {
  if (rotates) {
    grant.previousRefreshToken = grant.refreshToken;
    grant.refreshToken = secret();
  }
  const token = secret();
  const stillGood = grant.accessTokens.filter(({ expiresAt }) => expiresAt > Date.now());
  grant.accessTokens = [...stillGood, { token, expiresAt: Date.now() + accessTokenLife * 1000 }];
  save();
  return {
    access_token: token,
    token_type: "Bearer",
    expires_in: accessTokenLife,
    refresh_token: grant.refreshToken,
    scope: "devices",
  };
}

function findGrant(maker: string, matches: (grant: Grant) => boolean): Held | undefined {
  for (const account of accountsOf(maker)) {
    const grant = account.grants.find(matches);
    if (grant) return { account, grant };
  }
  return undefined;
}

export const grantOfRefreshToken = (maker: string, token: string): Held | undefined =>
  findGrant(maker, (grant) => grant.refreshToken === token || grant.previousRefreshToken === token);

/** Whose access token it is. Its first use ends the refresh token from before it. */
export function grantOfAccessToken(maker: string, token: string): Held | undefined {
  const held = findGrant(maker, (grant) =>
    grant.accessTokens.some((one) => one.token === token && one.expiresAt > Date.now()),
  );
  if (held?.grant.previousRefreshToken && held.grant.accessTokens.at(-1)?.token === token) {
    held.grant.previousRefreshToken = null;
    save();
  }
  return held;
}

export function endGrant({ account, grant }: Held): void {
  account.grants = account.grants.filter((one) => one !== grant);
  save();
}
