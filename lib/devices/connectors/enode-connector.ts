import "server-only";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { callManufacturer, healthOf, readAnswer, requireSuccess } from "./call-manufacturer";
import {
  type ConnectedAccount,
  type Connector,
  ConnectorProblem,
  type DeviceKind,
} from "./connector";
import { assetsAnswer, linkAnswer, readingOf, userAnswer } from "./enode-answers";
import { enodeTypes, enodeVendors } from "./enode-vendors";

type Configuration = {
  apiUrl: string;
  loginUrl: string;
  clientId: string;
  clientSecret: string;
};

/** All of Enode is one cloud to us: it stands or falls as one, whichever manufacturer is behind it. */
const line = "Enode";

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/** Our own tokens (client credentials), by client; good for about an hour. */
const tokens = new Map<string, { token: string; expiresAt: number }>();

const vendorOf = (manufacturer: string) => {
  const vendor = enodeVendors.find(({ name }) => name === manufacturer);
  if (!vendor) throw new ConnectorProblem("unsupported");
  return vendor;
};

/**
 * Reaches many manufacturers through Enode (https://developers.enode.com, API 2024-10-01). End-users log in at
 * Enode's pages; the accounts they linked are opened by the organization's own client credentials.
 */
export class EnodeConnector implements Connector {
  readonly id = "enode";
  constructor(private readonly configuration: Configuration) {}

  listManufacturers: Connector["listManufacturers"] = async () =>
    enodeVendors.map(({ name, kinds }) => ({ name, kinds, flow: "code" as const }));

  beginLogin: Connector["beginLogin"] = async (request) => {
    const vendor = vendorOf(request.manufacturer);
    const [usual = "electric_vehicle"] = vendor.kinds;
    const { type, scopes } = enodeTypes[request.kind ?? usual];
    // The address that the browser comes back to carries our state: Enode hands nothing else back.
    const redirectUri = `${request.redirectUri}?state=${encodeURIComponent(request.state)}`;
    const { linkUrl } = await this.ask(`users/${request.userId}/link`, linkAnswer, {
      method: "POST",
      body: JSON.stringify({
        vendor: vendor.code,
        vendorType: type,
        scopes,
        redirectUri,
        language: request.language === "de" ? "de-DE" : "en-GB",
      }),
    });
    return { url: linkUrl, secret: {} };
  };

  completeLogin: Connector["completeLogin"] = async ({ manufacturer, userId }) => {
    const { code } = vendorOf(manufacturer);
    const { linkedVendors } = await this.ask(`users/${userId}`, userAnswer);
    const linked = linkedVendors.find(({ vendor }) => vendor === code);
    // A person who comes back without having linked anything has declined.
    if (!linked?.isValid) throw new ConnectorProblem("denied");
    return { manufacturer, externalAccountId: `${userId} ${code}`, tokens: null };
  };

  beginDeviceLogin: Connector["beginDeviceLogin"] = async () => {
    throw new ConnectorProblem("unsupported");
  };

  pollDeviceLogin: Connector["pollDeviceLogin"] = async () => {
    throw new ConnectorProblem("unsupported");
  };

  refresh: Connector["refresh"] = async () => null;

  listDevices: Connector["listDevices"] = async (account) => {
    const found = await this.readAssets(account);
    return found.map(({ kind, asset }) => ({
      externalDeviceId: asset.id,
      kind,
      manufacturer: account.manufacturer,
      model: asset.information?.model ?? account.manufacturer,
      modelYear: asset.information?.year ?? null,
    }));
  };

  readStates: Connector["readStates"] = async (account) => {
    const [userId = "", code] = account.externalAccountId.split(" ");
    const { linkedVendors } = await this.ask(`users/${userId}`, userAnswer);
    const linked = linkedVendors.find(({ vendor }) => vendor === code);
    if (!linked) throw new ConnectorProblem("consentWithdrawn", "vendor unlinked");
    if (!linked.isValid) throw new ConnectorProblem("authorizationLost", "credentials invalidated");
    const found = await this.readAssets(account);
    return found.flatMap(({ kind, asset }) => {
      const reading = readingOf(kind, asset);
      return reading ? [{ externalDeviceId: asset.id, ...reading }] : [];
    });
  };

  /** Enode starts and stops charging; what else we know of a device stays with its maker. */
  writeSettings: Connector["writeSettings"] = async (_, device, settings, key) => {
    const path = enodeTypes[device.kind].path;
    const canCharge = device.kind === "electric_vehicle" || device.kind === "wallbox";
    if (settings.boost === undefined) return;
    if (!canCharge) throw new ConnectorProblem("unsupported");
    await this.send(`${path}/${encodeURIComponent(device.externalDeviceId)}/charging`, {
      method: "POST",
      body: JSON.stringify({ action: settings.boost === true ? "START" : "STOP" }),
      headers: { "idempotency-key": key },
    });
  };

  /** One webhook serves a whole client; it is set up with the credentials. */
  subscribe: Connector["subscribe"] = async () => {};

  /** Has Enode tell us of what happens with any account of this client. */
  async registerWebhook(url: string, secret: string): Promise<void> {
    await this.send("webhooks", {
      method: "POST",
      body: JSON.stringify({ url, secret, events: ["*"] }),
    });
  }

  revoke: Connector["revoke"] = async ({ externalAccountId }) => {
    const [userId = "", code = ""] = externalAccountId.split(" ");
    await this.send(`users/${userId}/vendors/${code}`, { method: "DELETE" });
  };

  readHealth: Connector["readHealth"] = () => healthOf(line);

  private async readAssets({ manufacturer, externalAccountId }: ConnectedAccount) {
    const [userId = "", code] = externalAccountId.split(" ");
    const found: { kind: DeviceKind; asset: z.output<typeof assetsAnswer>["data"][number] }[] = [];
    let refusal: ConnectorProblem | undefined;
    let answers = 0;
    for (const kind of vendorOf(manufacturer).kinds) {
      try {
        const { data } = await this.ask(
          `users/${userId}/${enodeTypes[kind].path}?pageSize=50`,
          assetsAnswer,
        );
        answers++;
        found.push(
          ...data.filter(({ vendor }) => vendor === code).map((asset) => ({ kind, asset })),
        );
      } catch (error) {
        // An account that was linked for other kinds is refused this one and read all the same.
        if (!(error instanceof ConnectorProblem) || error.problem !== "unsupported") throw error;
        refusal = error;
      }
    }
    if (refusal && answers === 0) throw refusal;
    return found;
  }

  private ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    init: RequestInit = {},
  ): Promise<z.output<Schema>> {
    return callManufacturer(line, true, async (signal) =>
      readAnswer(await this.fetch(path, { ...init, signal }), schema),
    );
  }

  private send(path: string, init: RequestInit): Promise<void> {
    return callManufacturer(line, true, async (signal) =>
      requireSuccess(await this.fetch(path, { ...init, signal })),
    );
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(`${this.configuration.apiUrl}/${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${await this.token(init.signal ?? null)}`,
        "content-type": "application/json",
        ...init.headers,
      },
    });
    // Our own credentials were refused: that is no end-user's authorization.
    if (response.status === 401) {
      tokens.delete(this.configuration.clientId);
      throw new ConnectorProblem("unavailable", "our credentials were refused");
    }
    return response;
  }

  private async token(signal: AbortSignal | null): Promise<string> {
    const { loginUrl, clientId, clientSecret } = this.configuration;
    const known = tokens.get(clientId);
    if (known && known.expiresAt > now().getTime() + 60_000) return known.token;
    const response = await fetch(`${loginUrl}/oauth2/token`, {
      method: "POST",
      signal,
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "grant_type=client_credentials",
    });
    if (response.status === 401 || response.status === 400) {
      throw new ConnectorProblem("unsupported", "our credentials were refused");
    }
    const { access_token, expires_in } = await readAnswer(response, tokenAnswer);
    tokens.set(clientId, { token: access_token, expiresAt: now().getTime() + expires_in * 1000 });
    return access_token;
  }

  /** @throws ConnectorProblem when the credentials are not good, or Enode does not answer */
  checkCredentials(): Promise<void> {
    tokens.delete(this.configuration.clientId);
    return callManufacturer(line, true, async (signal) => {
      await this.token(signal);
    });
  }
}
