import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import {
  connectAttempts,
  connectLinks,
  connectorCredentials,
  devices,
  manufacturerAccounts,
} from "../../db/schema";
import { encrypt } from "../../lib/core/crypto/encryption";
import { sealTokens } from "../../lib/devices/connections/manufacturer-account";
import { createTenantToken } from "../../lib/identity/auth/tenant-token";
import type { TestOrganization } from "../organization";
import type { Tables } from "../use-case-examples/kinds";

/** The end-user's account at a manufacturer, through which their device is reached. */
export async function addManufacturerAccount(
  organization: TestOrganization,
  tables: Tables,
  account: {
    manufacturer?: string;
    externalAccountId?: string;
    tokens?: Parameters<typeof sealTokens>[1];
    state?: "active" | "lost" | "revoked";
  } = {},
): Promise<string> {
  const id = uuidv7();
  await tables.insert(manufacturerAccounts).values({
    organizationId: organization.id,
    id,
    userId: organization.endUser.id,
    connector: "sandbox",
    manufacturer: account.manufacturer ?? "Nibe",
    externalAccountId: account.externalAccountId ?? `acc_${organization.mark}`,
    state: account.state ?? "active",
    nextReadAt: new Date(),
    ...sealTokens(id, account.tokens ?? null),
  });
  await tables
    .update(devices)
    .set({ manufacturerAccountId: id })
    .where(eq(devices.id, organization.deviceId));
  return id;
}

/** The end-user's device, which has to be connected again. */
export async function loseDevice({ deviceId }: TestOrganization, tables: Tables): Promise<string> {
  await tables
    .update(devices)
    .set({ isAuthenticated: false, lifecycleState: "disconnected" })
    .where(eq(devices.id, deviceId));
  return deviceId;
}

/** A link with which the end-user connects their device again. */
export async function addConnectLink(
  organization: TestOrganization,
  tables: Tables,
  link: Partial<typeof connectLinks.$inferInsert> = {},
): Promise<{ id: string; token: string }> {
  const id = link.id ?? uuidv7();
  const { token, tokenHash } = createTenantToken(organization.id);
  await tables.insert(connectLinks).values({
    organizationId: organization.id,
    id,
    userId: organization.endUser.id,
    deviceId: organization.deviceId,
    tokenHash,
    purpose: "reconnect",
    channel: "copied",
    expiresAt: new Date(Date.now() + 86_400_000),
    ...link,
  });
  return { id, token };
}

export type SandboxAccount = {
  maker: string;
  email: string;
  serial: string;
  webhookUrl?: string;
  isConnected?: boolean;
  devices?: { serial: string; kind: string; model: string }[];
};

/** Gives a customer an account at one of the sandbox's manufacturers. @returns its id, and tokens if connected */
export async function registerSandboxAccount(
  manufacturerUrl: string,
  { maker, email, serial, webhookUrl, isConnected = true, devices: owned }: SandboxAccount,
) {
  const answer = await fetch(`${manufacturerUrl}/control/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      accounts: [
        {
          maker,
          email,
          isConnected,
          webhookUrl,
          devices: owned ?? [{ serial, kind: "heat_pump", model: "S2125-8" }],
        },
      ],
    }),
  });
  const { accounts } = (await answer.json()) as {
    accounts: {
      account_id: string;
      tokens?: { access_token: string; refresh_token: string; expires_in: number };
    }[];
  };
  const [account] = accounts;
  if (!account) throw new Error("The manufacturer took no account.");
  const { tokens } = account;
  return {
    externalAccountId: account.account_id,
    tokens: tokens
      ? {
          accessToken: tokens.access_token,
          refreshToken: tokens.refresh_token,
          expiresAt: new Date(Date.now() + tokens.expires_in * 1000),
        }
      : null,
  };
}

/** Has the sandbox's manufacturers do something, as its control page would. */
export async function controlSandbox(
  manufacturerUrl: string,
  path: string,
  body: Record<string, string>,
): Promise<void> {
  const answer = await fetch(`${manufacturerUrl}/control/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The control page answered ${answer.status}.`);
}

/** What the organization reaches many manufacturers with. */
export async function addEnodeCredentials(
  { id: organizationId }: TestOrganization,
  tables: Tables,
): Promise<void> {
  await tables.insert(connectorCredentials).values({
    organizationId,
    connector: "enode",
    clientId: "client",
    encryptedSecret: encrypt("a secret", `${organizationId} enode`),
  });
}

/** A login that has been begun with a link. */
export async function addConnectAttempt(
  { id: organizationId }: TestOrganization,
  tables: Tables,
  linkId: string,
  attempt: Partial<typeof connectAttempts.$inferInsert> = {},
): Promise<string> {
  const id = attempt.id ?? uuidv7();
  await tables.insert(connectAttempts).values({
    organizationId,
    id,
    linkId,
    stateHash: hashOf(id),
    browserHash: hashOf(id),
    connector: "sandbox",
    manufacturer: "Nibe",
    flow: "code",
    expiresAt: new Date(Date.now() + 600_000),
    ...attempt,
  });
  return id;
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();

/** A login that brought one device, which can be taken over. */
export async function addOfferedAttempt(
  organization: TestOrganization,
  tables: Tables,
  { linkId, token, browser }: { linkId: string; token: string; browser: string },
): Promise<string> {
  const id = uuidv7();
  const offered = [
    {
      externalDeviceId: "NIB-1",
      kind: "heat_pump",
      manufacturer: "Nibe",
      model: "S2125-8",
      modelYear: null,
    },
  ];
  return addConnectAttempt(organization, tables, linkId, {
    id,
    browserHash: hashOf(browser),
    accountId: await addManufacturerAccount(organization, tables),
    spentAt: new Date(),
    encryptedSecret: encrypt(
      JSON.stringify({ token, login: {}, offered }),
      `connect-attempt ${id}`,
    ),
  });
}
