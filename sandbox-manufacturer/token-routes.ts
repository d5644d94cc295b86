import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { auth } from "hono/utils/basic-auth";
import { configuration } from "./configuration";
import { endGrant, grantOfRefreshToken, issueTokens } from "./grants";
import { codes, deviceCodes, isSame, issuerOf, newDeviceCode } from "./login-routes";
import { misbehave } from "./misbehave";
import { accountsOf, addGrant, findMaker } from "./world";

const refuse = (context: Context, error: string, description?: string, status: 400 | 401 = 400) =>
  context.json({ error, ...(description && { error_description: description }) }, status);

/** Tokens for codes, for device codes and for refresh tokens (RFC 6749, 7009, 7636, 8414, 8628). */
export const tokenRoutes = new Hono()
  .use("/:maker/oauth/token", misbehave)
  .get("/:maker/.well-known/oauth-authorization-server", (context) => {
    const maker = findMaker(context.req.param("maker"));
    if (!maker) return context.notFound();
    const issuer = issuerOf(context.req.url, maker);
    return context.json({
      issuer,
      authorization_endpoint: `${issuer}/oauth/authorize`,
      token_endpoint: `${issuer}/oauth/token`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
      device_authorization_endpoint: `${issuer}/oauth/device_authorization`,
      response_types_supported: ["code"],
      grant_types_supported: [
        "authorization_code",
        "refresh_token",
        "urn:ietf:params:oauth:grant-type:device_code",
      ],
      code_challenge_methods_supported: ["S256"],
      authorization_response_iss_parameter_supported: true,
    });
  })
  .post("/:maker/oauth/device_authorization", (context) => {
    const maker = findMaker(context.req.param("maker"));
    if (!maker) return context.notFound();
    if (!isClient(context)) return refuse(context, "invalid_client", undefined, 401);
    const { code, userCode } = newDeviceCode(maker.slug);
    const address = `${issuerOf(context.req.url, maker)}/device`;
    return context.json({
      device_code: code,
      user_code: userCode,
      verification_uri: address,
      verification_uri_complete: `${address}?user_code=${userCode}`,
      expires_in: 600,
      interval: 2,
    });
  })
  .post("/:maker/oauth/token", async (context) => {
    const maker = findMaker(context.req.param("maker"));
    if (!maker) return context.notFound();
    if (!isClient(context)) return refuse(context, "invalid_client", undefined, 401);
    const form = await context.req.parseBody();
    const field = (name: string) => String(form[name] ?? "");
    switch (field("grant_type")) {
      case "authorization_code": {
        const found = codes.get(field("code"));
        codes.delete(field("code"));
        const challenge = createHash("sha256").update(field("code_verifier")).digest("base64url");
        const isGood =
          found &&
          found.expiresAt > Date.now() &&
          found.account.maker === maker.slug &&
          isSame(found.challenge, challenge);
        if (!isGood) return refuse(context, "invalid_grant");
        return context.json(
          issueTokens({ account: found.account, grant: addGrant(found.account) }, false),
        );
      }
      case "refresh_token": {
        const held = grantOfRefreshToken(maker.slug, field("refresh_token"));
        if (held) return context.json(issueTokens(held, true));
        const loser = accountsOf(maker.slug).find(
          ({ id }) => id === context.req.header("x-account-id"),
        );
        return refuse(context, "invalid_grant", loser?.lost ?? "session_expired");
      }
      case "urn:ietf:params:oauth:grant-type:device_code": {
        const waiting = deviceCodes.get(field("device_code"));
        if (!waiting || waiting.maker !== maker.slug) return refuse(context, "invalid_grant");
        if (waiting.expiresAt < Date.now()) return refuse(context, "expired_token");
        if (waiting.outcome === "pending") return refuse(context, "authorization_pending");
        deviceCodes.delete(field("device_code"));
        if (waiting.outcome === "denied") return refuse(context, "access_denied");
        return context.json(
          issueTokens({ account: waiting.outcome, grant: addGrant(waiting.outcome) }, false),
        );
      }
      default:
        return refuse(context, "unsupported_grant_type");
    }
  })
  .post("/:maker/oauth/revoke", async (context) => {
    const maker = findMaker(context.req.param("maker"));
    if (!maker) return context.notFound();
    if (!isClient(context)) return refuse(context, "invalid_client", undefined, 401);
    const held = grantOfRefreshToken(
      maker.slug,
      String((await context.req.parseBody()).token ?? ""),
    );
    if (held) endGrant(held);
    return context.body(null, 200);
  });

/** Credentials are form-encoded before they are put into the header (RFC 6749, 2.3.1). */
const fromForm = (text: string) => decodeURIComponent(text.replaceAll("+", "%20"));

function isClient(context: Context): boolean {
  const given = auth(context.req.raw);
  const { SANDBOX_MANUFACTURER_CLIENT_ID: id, SANDBOX_MANUFACTURER_CLIENT_SECRET: secret } =
    configuration;
  return (
    given !== undefined &&
    isSame(fromForm(given.username), id) &&
    isSame(fromForm(given.password), secret)
  );
}
