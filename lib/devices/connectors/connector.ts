import { type DroppedValue, deviceKinds } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";
import type { DeviceState } from "../telemetry/device-reports";

export const connectorIds = ["sandbox", "enode"] as const;
export type ConnectorId = (typeof connectorIds)[number];

export type DeviceKind = DeviceState["kind"];

/** A manufacturer whose devices a connector reaches. */
export type OfferedManufacturer = {
  name: string;
  kinds: readonly DeviceKind[];
  /** `code`: its login page leads back to us. `device`: a code is typed at the manufacturer's page. */
  flow: "code" | "device";
};

/** What an end-user's consent gave us, as OAuth has it. */
export type Tokens = { accessToken: string; refreshToken: string; expiresAt: Date };

/** An end-user's account at a manufacturer; without tokens where the connector's own credentials open it. */
export type ConnectedAccount = {
  manufacturer: string;
  externalAccountId: string;
  tokens: Tokens | null;
};

/** A device as a manufacturer's account lists it. */
export const remoteDevice = z.object({
  externalDeviceId: z.string().min(1).max(255),
  kind: z.enum(deviceKinds),
  manufacturer: z.string().min(1).max(100),
  model: z.string().min(1).max(100),
  modelYear: z.number().int().nullable(),
});

export type RemoteDevice = z.output<typeof remoteDevice>;

/** What a device said last, without the values that it cannot have. */
export type RemoteState = {
  externalDeviceId: string;
  measuredAt: Date;
  state: DeviceState;
  dropped: DroppedValue[];
};

export type LoginRequest = {
  manufacturer: string;
  /** Comes back with the browser; proves that it is this login's. */
  state: string;
  redirectUri: string;
  language: string;
  /** Whom the devices belong to, as the connector may call them: an opaque id. */
  userId: string;
  /** What is to be connected, where that is settled. */
  kind: DeviceKind | undefined;
};

/** What has to be remembered between two steps of a login; kept encrypted. */
export type LoginSecret = Record<string, string>;

export type DeviceLogin = {
  userCode: string;
  verificationUri: string;
  intervalSeconds: number;
  expiresAt: Date;
  secret: LoginSecret;
};

/** How well a manufacturer answers: the share of the latest calls that were answered, from 0 to 1. */
export type Health = { answeredShare: number; calls: number };

/**
 * A way to a manufacturer's cloud. Passwords of end-users never pass through it: they log in at the manufacturer
 * and give access (OAuth 2.0 authorization code with PKCE, or device code). Every call can fail with a
 * ConnectorProblem.
 */
export interface Connector {
  readonly id: ConnectorId;
  listManufacturers(): Promise<OfferedManufacturer[]>;
  /** @returns where to send the end-user's browser */
  beginLogin(request: LoginRequest): Promise<{ url: string; secret: LoginSecret }>;
  /** @param callback the parameters with which the browser came back */
  completeLogin(
    request: Omit<LoginRequest, "language">,
    callback: URLSearchParams,
    secret: LoginSecret,
  ): Promise<ConnectedAccount>;
  beginDeviceLogin(manufacturer: string): Promise<DeviceLogin>;
  /** @returns undefined while the end-user has not decided yet */
  pollDeviceLogin(manufacturer: string, secret: LoginSecret): Promise<ConnectedAccount | undefined>;
  refresh(account: ConnectedAccount): Promise<Tokens | null>;
  listDevices(account: ConnectedAccount): Promise<RemoteDevice[]>;
  /** What the account's devices said last; those that never did are left out. */
  readStates(account: ConnectedAccount): Promise<RemoteState[]>;
  /** @param key sent along, so that the same write sent twice is one */
  writeSettings(
    account: ConnectedAccount,
    device: { externalDeviceId: string; kind: DeviceKind },
    settings: Record<string, unknown>,
    key: string,
  ): Promise<void>;
  /** Has the manufacturer tell us of what happens with the account. */
  subscribe(account: ConnectedAccount, url: string): Promise<void>;
  /** Gives the access back. */
  revoke(account: ConnectedAccount): Promise<void>;
  readHealth(manufacturer: string): Health;
}

export const connectorProblems = [
  /** The end-user has to give access again. */
  "authorizationLost",
  /** The end-user took access away on purpose. */
  "consentWithdrawn",
  /** The end-user said no at the manufacturer. */
  "denied",
  /** The login took too long, or was begun elsewhere. */
  "loginExpired",
  /** No answer, or one that the manufacturer's cloud is down. */
  "unavailable",
  "throttled",
  /** An answer that makes no sense. */
  "nonsense",
  /** The connector or the device cannot do that. */
  "unsupported",
] as const;

/** Why a manufacturer's cloud did not do what was asked. */
export class ConnectorProblem extends Error {
  override name = "ConnectorProblem";
  constructor(
    readonly problem: (typeof connectorProblems)[number],
    /** As the manufacturer said it. */
    readonly reason?: string | undefined,
    readonly retryAfterSeconds?: number | undefined,
  ) {
    super(`${problem}${reason ? `: ${reason}` : ""}`);
  }
}

/** Problems that pass by themselves: nothing is lost, and it is tried again later. */
export const isPassing = ({ problem }: ConnectorProblem): boolean =>
  problem === "unavailable" || problem === "throttled" || problem === "nonsense";
