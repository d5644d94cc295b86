import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Anonymous } from "@/lib/core/access/actor";
import { environment } from "@/lib/core/env";
import { Conflict, Invalid } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { createTenantToken } from "@/lib/identity/auth/tenant-token";
import {
  type ConnectedAccount,
  type Connector,
  ConnectorProblem,
  type DeviceKind,
} from "../connectors/connector";
import { offeredManufacturers } from "../connectors/connectors";
import {
  type AttemptSecret,
  findAttempt,
  recordConnectAttempt,
  spendConnectAttempt,
  viewReturnedAttempt,
} from "./connect-attempt";
import { connectToken } from "./connect-link-schema";
import { failLink } from "./connect-outcome";
import { findConnectLink, isUsable } from "./find-connect-link";
import { settleConnection } from "./settle-connection";
import { connectorsOfOrganization } from "./use-connectors";
import { recordConnectLinkOpened } from "./view-connect-link";

const callbackAddress = () => `${environment().BASE_URL}/connect/callback`;

/**
 * Begins a login at a manufacturer, in the name of the link's holder.
 * @param browser what this browser alone holds
 * @returns where to send the browser, or the attempt whose code is to be typed
 * @throws Conflict `linkSpent`, or `manufacturerDown` while its cloud does not answer
 * @throws Invalid when the link is not for that manufacturer
 */
export async function beginConnection(
  anonymous: Anonymous,
  { token, manufacturer }: { token: string; manufacturer: string },
  browser: string,
): Promise<{ url: string } | { attempt: string }> {
  await recordConnectLinkOpened(anonymous, { token });
  const target = await findLoginTarget(anonymous, { token, manufacturer });
  const { connector, flow, userId, language, kind } = target;
  const state = createTenantToken(anonymous.organizationId).token;
  const attempt = { token, state, browser, manufacturer, connector: connector.id };
  try {
    if (flow === "device") {
      const { secret, expiresAt, ...shown } = await connector.beginDeviceLogin(manufacturer);
      const { id } = await recordConnectAttempt(anonymous, {
        ...attempt,
        flow,
        secret: { login: secret, ...shown },
      });
      return { attempt: id };
    }
    const redirectUri = callbackAddress();
    const request = { manufacturer, state, redirectUri, language, userId, kind };
    const begun = await connector.beginLogin(request);
    await recordConnectAttempt(anonymous, { ...attempt, flow, secret: { login: begun.secret } });
    return { url: begun.url };
  } catch (error) {
    if (error instanceof ConnectorProblem) throw new Conflict(`manufacturerDown:${manufacturer}`);
    throw error;
  }
}

/** Which connector leads to the manufacturer that was chosen. */
export const findLoginTarget = defineQuery({
  name: "findLoginTarget",
  input: z.object({ token: connectToken, manufacturer: z.string().max(100) }),
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    const found = await findConnectLink(transaction, input.token);
    if (!found || !isUsable(found)) throw new Conflict("linkSpent");
    const { link, user, device, organization } = found;
    const offered = await offeredManufacturers(await connectorsOfOrganization(transaction));
    const chosen = offered.find(({ name }) => name === input.manufacturer);
    if (!chosen || (device && device.manufacturer !== chosen.name)) {
      throw new Invalid({ manufacturer: "choice" });
    }
    return {
      connector: chosen.connector,
      flow: chosen.flow,
      userId: user.id,
      language: link.language ?? organization.defaultLanguage,
      kind: device?.kind ?? link.deviceKind ?? undefined,
    };
  },
});

type Ended =
  | { kind: "unknown" }
  | { kind: "failed"; token: string }
  | { kind: "pending"; token: string }
  | { kind: "done"; token: string }
  | { kind: "choose"; token: string; attempt: string };

/**
 * Goes on after the manufacturer's login has led back: fetches account and devices, and connects them. What comes
 * back once more is told how the first time ended.
 */
export async function completeConnection(
  anonymous: Anonymous,
  callback: URLSearchParams,
  browser: string,
): Promise<Ended> {
  const state = callback.get("state");
  if (!state) return { kind: "unknown" };
  const attempt = await spendConnectAttempt(anonymous, { state, browser });
  if (!attempt) return waitForOutcome(anonymous, { state, browser });
  const ended = await settle(anonymous, attempt, (connector, login) =>
    connector.completeLogin(
      { ...login, state, redirectUri: callbackAddress() },
      callback,
      attempt.secret.login,
    ),
  );
  return ended ?? { kind: "unknown" };
}

const looks = 20;
const pauseMilliseconds = 250;

/** Waits a while for an attempt that the manufacturer is being asked about. */
async function waitForOutcome(
  anonymous: Anonymous,
  returned: { state: string; browser: string },
): Promise<Ended> {
  let outcome = await viewReturnedAttempt(anonymous, returned);
  for (let look = 1; outcome?.kind === "pending" && look < looks; look++) {
    await pause(pauseMilliseconds);
    outcome = await viewReturnedAttempt(anonymous, returned);
  }
  return outcome ?? { kind: "unknown" };
}

/**
 * Asks whether the code has been typed at the manufacturer.
 * @returns undefined while it has not
 */
export async function pollConnection(
  anonymous: Anonymous,
  request: { token: string; attempt: string; browser: string },
): Promise<Ended | undefined> {
  const attempt = await findOpenAttempt(anonymous, request);
  if (!attempt) return { kind: "failed", token: request.token };
  return settle(anonymous, attempt, (connector) =>
    connector.pollDeviceLogin(attempt.manufacturer, attempt.secret.login),
  );
}

export const findOpenAttempt = defineQuery({
  name: "findOpenAttempt",
  input: z.object({ token: connectToken, attempt: z.uuid(), browser: z.string().max(100) }),
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    const found = await findAttempt(transaction, input);
    return found?.isSpent ? undefined : found;
  },
});

type Attempt = { id: string; connector: string; manufacturer: string; secret: AttemptSecret };

type Login = { manufacturer: string; userId: string; kind: DeviceKind | undefined };

/** @param logIn brings the account, or undefined while the end-user has not decided */
async function settle(
  anonymous: Anonymous,
  attempt: Attempt,
  logIn: (connector: Connector, login: Login) => Promise<ConnectedAccount | undefined>,
): Promise<Ended | undefined> {
  const { token } = attempt.secret;
  try {
    const { manufacturer } = attempt;
    const { connector, userId, kind } = await findLoginTarget(anonymous, { token, manufacturer });
    const account = await logIn(connector, { manufacturer, userId, kind });
    if (!account) return undefined;
    const { kind: outcome } = await settleConnection(anonymous, {
      attempt: attempt.id,
      token,
      connector: connector.id,
      account,
      devices: await connector.listDevices(account),
    });
    return outcome === "choose"
      ? { kind: outcome, token, attempt: attempt.id }
      : { kind: outcome, token };
  } catch (error) {
    if (error instanceof Conflict || error instanceof Invalid) return { kind: "failed", token };
    if (!(error instanceof ConnectorProblem)) throw error;
    await recordConnectFailure(anonymous, { token, attempt: attempt.id, failure: error.problem });
    return { kind: "failed", token };
  }
}

/** Stores why a login failed, for the next try and for the team. */
export const recordConnectFailure = defineCommand({
  name: "recordConnectFailure",
  input: z.object({ token: connectToken, attempt: z.uuid(), failure: z.string().max(50) }),
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    const found = await findConnectLink(transaction, input.token);
    if (!found) return { result: undefined, audit: [] };
    const { token, attempt, failure } = input;
    return {
      result: undefined,
      audit: await failLink(transaction, found, { id: attempt, token }, failure),
    };
  },
});
