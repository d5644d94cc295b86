import "server-only";
import * as oauth from "oauth4webapi";
import { assertPresent } from "@/lib/core/assert-present";
import { now } from "@/lib/core/clock";
import { callManufacturer, requireSuccess } from "./call-manufacturer";
import { ConnectorProblem, type DeviceLogin, type LoginSecret, type Tokens } from "./connector";

/** A manufacturer's authorization server and us as its client. */
export type OauthParty = {
  manufacturer: string;
  server: oauth.AuthorizationServer;
  clientId: string;
  clientSecret: string;
  scope: string;
};

/** Logs in by OAuth 2.0: authorization code with PKCE (RFC 7636) or device code (RFC 8628). */
export class OauthLogin {
  private readonly client: oauth.Client;
  private readonly authentication: oauth.ClientAuth;
  constructor(private readonly party: OauthParty) {
    this.client = { client_id: party.clientId };
    this.authentication = oauth.ClientSecretBasic(party.clientSecret);
  }

  async begin(state: string, redirectUri: string, language: string) {
    const { server, clientId, scope } = this.party;
    const verifier = oauth.generateRandomCodeVerifier();
    const url = new URL(assertPresent(server.authorization_endpoint, "The address to log in at"));
    const parameters = {
      response_type: "code",
      client_id: clientId,
      redirect_uri: redirectUri,
      scope,
      state,
      ui_locales: language,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return { url: url.href, secret: { verifier } satisfies LoginSecret };
  }

  /** Exchanges the code that the browser brought. Never tried twice: a code is good for one try. */
  complete(
    callback: URLSearchParams,
    state: string,
    redirectUri: string,
    secret: LoginSecret,
  ): Promise<Tokens> {
    return this.ask(false, async (options) => {
      const parameters = oauth.validateAuthResponse(
        this.party.server,
        this.client,
        callback,
        state,
      );
      const response = await oauth.authorizationCodeGrantRequest(
        this.party.server,
        this.client,
        this.authentication,
        parameters,
        redirectUri,
        assertPresent(secret.verifier, "The code verifier"),
        options,
      );
      requireTokenAnswer(response);
      return tokensOf(
        await oauth.processAuthorizationCodeResponse(this.party.server, this.client, response),
      );
    });
  }

  beginDevice(): Promise<DeviceLogin> {
    return this.ask(true, async (options) => {
      const response = await oauth.deviceAuthorizationRequest(
        this.party.server,
        this.client,
        this.authentication,
        { scope: this.party.scope },
        options,
      );
      requireTokenAnswer(response);
      const begun = await oauth.processDeviceAuthorizationResponse(
        this.party.server,
        this.client,
        response,
      );
      return {
        userCode: begun.user_code,
        verificationUri: begun.verification_uri_complete ?? begun.verification_uri,
        intervalSeconds: begun.interval ?? 5,
        expiresAt: new Date(now().getTime() + begun.expires_in * 1000),
        secret: { deviceCode: begun.device_code },
      };
    });
  }

  /** @returns undefined while nothing has been decided */
  pollDevice(secret: LoginSecret): Promise<Tokens | undefined> {
    return this.ask(false, async (options) => {
      const response = await oauth.deviceCodeGrantRequest(
        this.party.server,
        this.client,
        this.authentication,
        assertPresent(secret.deviceCode, "The device code"),
        options,
      );
      requireTokenAnswer(response);
      try {
        return tokensOf(
          await oauth.processDeviceCodeResponse(this.party.server, this.client, response),
        );
      } catch (error) {
        const isWaiting =
          error instanceof oauth.ResponseBodyError &&
          ["authorization_pending", "slow_down"].includes(error.error);
        if (isWaiting) return undefined;
        throw error;
      }
    });
  }

  /** @param accountId named beside the token, for servers that say why an access ended */
  refresh(refreshToken: string, accountId: string): Promise<Tokens> {
    return this.ask(true, async (options) => {
      const response = await oauth.refreshTokenGrantRequest(
        this.party.server,
        this.client,
        this.authentication,
        refreshToken,
        { ...options, headers: { "x-account-id": accountId } },
      );
      requireTokenAnswer(response);
      const answer = await oauth.processRefreshTokenResponse(
        this.party.server,
        this.client,
        response,
      );
      return tokensOf(answer, refreshToken);
    });
  }

  revoke(refreshToken: string): Promise<void> {
    return this.ask(true, async (options) => {
      const response = await oauth.revocationRequest(
        this.party.server,
        this.client,
        this.authentication,
        refreshToken,
        options,
      );
      await oauth.processRevocationResponse(response);
    });
  }

  private async ask<Result>(
    isRepeatable: boolean,
    act: (options: {
      signal: AbortSignal;
      [oauth.allowInsecureRequests]: boolean;
    }) => Promise<Result>,
  ): Promise<Result> {
    // Which addresses are talked to is the operator's word; one without TLS is a stand-in on this machine.
    const isPlain = this.party.server.issuer.startsWith("http://localhost");
    return callManufacturer(this.party.manufacturer, isRepeatable, (signal) =>
      act({ signal, [oauth.allowInsecureRequests]: isPlain }).catch((error: unknown) => {
        throw problemOf(error);
      }),
    );
  }
}

/** Statuses that OAuth gives no meaning to. Its own refusals have 400 and 401 with a body that says why. */
function requireTokenAnswer(response: Response): void {
  if (response.status === 429 || response.status >= 500) requireSuccess(response);
}

function tokensOf(answer: oauth.TokenEndpointResponse, refreshToken = ""): Tokens {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? refreshToken,
    expiresAt: new Date(now().getTime() + (answer.expires_in ?? 3600) * 1000),
  };
}

const withdrawn = new Set<string | undefined>(["consent_withdrawn", "access_revoked"]);

function problemOf(error: unknown): unknown {
  if (error instanceof ConnectorProblem) return error;
  if (error instanceof oauth.AuthorizationResponseError) {
    return new ConnectorProblem(error.error === "access_denied" ? "denied" : "unavailable");
  }
  if (error instanceof oauth.ResponseBodyError) {
    const said = error.error_description;
    switch (error.error) {
      case "access_denied":
        return new ConnectorProblem("denied");
      case "expired_token":
        return new ConnectorProblem("loginExpired");
      case "invalid_grant":
        return withdrawn.has(said)
          ? new ConnectorProblem("consentWithdrawn", said)
          : new ConnectorProblem("authorizationLost", said);
      default:
        return new ConnectorProblem("unavailable", error.error);
    }
  }
  // What the library calls an unexpected answer is one that is no OAuth at all.
  if (error instanceof oauth.OperationProcessingError) return new ConnectorProblem("nonsense");
  return error;
}
