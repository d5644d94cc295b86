import "server-only";
import { camelCase, snakeCase } from "change-case";
import { deviceKinds } from "@/db/schema";
import { catalogue } from "@/db/seed/catalogue";
import { assertPresent } from "@/lib/core/assert-present";
import { z } from "@/lib/core/validation/problems";
import { takeState } from "../telemetry/take-state";
import { callManufacturer, healthOf, listOf, readAnswer } from "./call-manufacturer";
import {
  type ConnectedAccount,
  type Connector,
  ConnectorProblem,
  type DeviceKind,
  type OfferedManufacturer,
} from "./connector";
import { OauthLogin } from "./oauth-login";

type Configuration = { url: string; clientId: string; clientSecret: string };

const accountAnswer = z.object({ account_id: z.string().min(1).max(200) });
const devicesAnswer = z.object({
  devices: listOf(
    z.object({
      serial: z.string().min(1).max(255),
      kind: z.enum(deviceKinds),
      model: z.string().min(1).max(100),
      year: z.number().int().nullable(),
    }),
  ),
});
const statesAnswer = z.object({
  states: listOf(
    z.object({
      serial: z.string().min(1).max(255),
      kind: z.enum(deviceKinds),
      measured_at: z.iso.datetime(),
      values: z.record(z.string(), z.unknown()),
    }),
  ),
});

const slugOf = (manufacturer: string) => manufacturer.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** The manufacturers of the sandbox: a service of this repository that behaves as their clouds would. */
export class SandboxConnector implements Connector {
  readonly id = "sandbox";
  constructor(private readonly configuration: Configuration) {}

  async listManufacturers(): Promise<OfferedManufacturer[]> {
    const kinds = new Map<string, DeviceKind[]>();
    for (const [kind, makers] of Object.entries(catalogue) as [
      DeviceKind,
      typeof catalogue.wallbox,
    ][]) {
      for (const { manufacturer } of makers) {
        kinds.set(manufacturer, [...(kinds.get(manufacturer) ?? []), kind]);
      }
    }
    return [...kinds]
      .map(([name, made]) => ({
        name,
        kinds: made,
        flow: made.includes("wallbox") ? ("device" as const) : ("code" as const),
      }))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  }

  beginLogin: Connector["beginLogin"] = ({ manufacturer, state, redirectUri, language }) =>
    this.login(manufacturer).begin(state, redirectUri, language);

  completeLogin: Connector["completeLogin"] = async (request, callback, secret) => {
    const login = this.login(request.manufacturer);
    const tokens = await login.complete(callback, request.state, request.redirectUri, secret);
    return this.accountOf(request.manufacturer, tokens);
  };

  beginDeviceLogin: Connector["beginDeviceLogin"] = (manufacturer) =>
    this.login(manufacturer).beginDevice();

  pollDeviceLogin: Connector["pollDeviceLogin"] = async (manufacturer, secret) => {
    const tokens = await this.login(manufacturer).pollDevice(secret);
    return tokens && this.accountOf(manufacturer, tokens);
  };

  refresh: Connector["refresh"] = ({ manufacturer, externalAccountId, tokens }) =>
    this.login(manufacturer).refresh(
      assertPresent(tokens, "The account's tokens").refreshToken,
      externalAccountId,
    );

  listDevices: Connector["listDevices"] = async (account) => {
    const { devices } = await this.ask(account, "devices", devicesAnswer);
    return devices.map(({ serial, kind, model, year }) => ({
      externalDeviceId: serial,
      kind,
      manufacturer: account.manufacturer,
      model,
      modelYear: year,
    }));
  };

  readStates: Connector["readStates"] = async (account) => {
    const { states } = await this.ask(account, "devices/states", statesAnswer);
    return states.map(({ serial, kind, measured_at, values }) => {
      const renamed = Object.entries(values).map(([name, value]) => [camelCase(name), value]);
      return {
        externalDeviceId: serial,
        measuredAt: new Date(measured_at),
        ...takeState(kind, Object.fromEntries(renamed)),
      };
    });
  };

  writeSettings: Connector["writeSettings"] = async (account, device, settings, key) => {
    const renamed = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [snakeCase(name), value]),
    );
    await this.ask(
      account,
      `devices/${encodeURIComponent(device.externalDeviceId)}/settings`,
      z.object({ settings: z.record(z.string(), z.unknown()) }),
      { method: "PUT", body: JSON.stringify(renamed), headers: { "idempotency-key": key } },
    );
  };

  subscribe: Connector["subscribe"] = async (account, url) => {
    await callManufacturer(account.manufacturer, true, async (signal) => {
      const response = await this.send(account, "webhook", {
        method: "PUT",
        body: JSON.stringify({ url }),
        signal,
      });
      if (!response.ok) throw new ConnectorProblem("unavailable", `HTTP ${response.status}`);
    });
  };

  revoke: Connector["revoke"] = async ({ manufacturer, tokens }) => {
    if (tokens) await this.login(manufacturer).revoke(tokens.refreshToken);
  };

  readHealth: Connector["readHealth"] = (manufacturer) => healthOf(manufacturer);

  private login(manufacturer: string): OauthLogin {
    const { url, clientId, clientSecret } = this.configuration;
    const issuer = `${url}/${slugOf(manufacturer)}`;
    return new OauthLogin({
      manufacturer,
      clientId,
      clientSecret,
      scope: "devices",
      server: {
        issuer,
        authorization_endpoint: `${issuer}/oauth/authorize`,
        token_endpoint: `${issuer}/oauth/token`,
        revocation_endpoint: `${issuer}/oauth/revoke`,
        device_authorization_endpoint: `${issuer}/oauth/device_authorization`,
        authorization_response_iss_parameter_supported: true,
      },
    });
  }

  private async accountOf(
    manufacturer: string,
    tokens: NonNullable<ConnectedAccount["tokens"]>,
  ): Promise<ConnectedAccount> {
    const opened = { manufacturer, externalAccountId: "", tokens };
    const { account_id } = await this.ask(opened, "account", accountAnswer);
    return { manufacturer, externalAccountId: account_id, tokens };
  }

  private ask<Schema extends z.ZodType>(
    account: ConnectedAccount,
    path: string,
    schema: Schema,
    init: RequestInit = {},
  ): Promise<z.output<Schema>> {
    return callManufacturer(account.manufacturer, true, async (signal) =>
      readAnswer(await this.send(account, path, { ...init, signal }), schema),
    );
  }

  private send(account: ConnectedAccount, path: string, init: RequestInit): Promise<Response> {
    const address = `${this.configuration.url}/${slugOf(account.manufacturer)}/v1/${path}`;
    return fetch(address, {
      ...init,
      headers: {
        authorization: `Bearer ${account.tokens?.accessToken}`,
        "content-type": "application/json",
        ...init.headers,
      },
    });
  }
}
