import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { openConnection } from "../db/open-connection";
import { demoOrganizations } from "../db/seed/seed-demo";
import { encrypt } from "../lib/core/crypto/encryption";

type Options = {
  databaseUrl: string;
  manufacturerUrl: string;
  baseUrl: string;
  encryptionKey: string;
};

/** So many of the demo's accounts are connected for real; the other devices are simulated. */
const maxConnected = 300;

type Row = {
  organization_id: string;
  user_id: string;
  email: string;
  manufacturer: string;
  is_connected: boolean;
  devices: { id: string; serial: string; kind: string; model: string; year: number | null }[];
};

type Registered = {
  account_id: string;
  tokens?: { access_token: string; refresh_token: string; expires_in: number };
};

/**
 * Gives the demo's customers their accounts at the sandbox's manufacturers, with the devices that they have. Some
 * have given access; all can be connected again.
 */
export async function seedDemoManufacturers(options: Options): Promise<void> {
  const client = openConnection(options.databaseUrl);
  try {
    const rows: Row[] = [];
    for (const organizationId of Object.values(demoOrganizations)) {
      rows.push(...(await listAccounts(client, organizationId)));
    }
    // One address in both environments is one account at the manufacturer: the first keeps it.
    const seen = new Set<string>();
    const accounts = rows.filter(({ email, manufacturer }) => {
      const key = `${manufacturer} ${email}`;
      return !seen.has(key) && seen.add(key);
    });
    const connected = new Set(accounts.filter((row) => row.is_connected).slice(0, maxConnected));
    const registered = await register(accounts, connected, options);
    for (const [index, row] of accounts.entries()) {
      const account = registered[index];
      if (!account?.tokens) continue;
      await bindOrganization(client, row.organization_id);
      await saveAccount(client, row, account, options.encryptionKey);
    }
  } finally {
    await client.end();
  }
}

/** Row-level security is forced: an owner who is no superuser sees one organization at a time. */
async function bindOrganization(client: postgres.Sql, organizationId: string): Promise<void> {
  await client`select set_config('app.organization_id', ${organizationId}, false)`;
}

async function listAccounts(client: postgres.Sql, organizationId: string): Promise<Row[]> {
  await bindOrganization(client, organizationId);
  return client<Row[]>`
    select d.organization_id, d.user_id, u.email, d.manufacturer,
      bool_and(d.is_authenticated) as is_connected,
      json_agg(json_build_object('id', d.id, 'serial', d.external_device_id, 'kind', d.kind,
        'model', d.model, 'year', d.model_year)) as devices
    from devices d join users u on u.organization_id = d.organization_id and u.id = d.user_id
    where d.organization_id = ${organizationId} and d.deleted_at is null and d.external_device_id is not null
    group by 1, 2, 3, 4 order by u.email = 'user@demo.example' desc, 2, 4`;
}

async function register(
  rows: Row[],
  connected: Set<Row>,
  { manufacturerUrl, baseUrl }: Options,
): Promise<Registered[]> {
  const answer = await fetch(`${manufacturerUrl}/control/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      accounts: rows.map((row) => ({
        maker: row.manufacturer,
        email: row.email,
        isConnected: connected.has(row),
        webhookUrl: `${baseUrl}/api/manufacturers/sandbox/${row.organization_id}`,
        devices: row.devices.map(({ serial, kind, model, year }) => ({
          serial,
          kind,
          model,
          year,
        })),
      })),
    }),
  });
  if (!answer.ok) throw new Error(`The sandbox's manufacturers answered ${answer.status}.`);
  const { accounts } = (await answer.json()) as { accounts: Registered[] };
  return accounts;
}

async function saveAccount(
  client: postgres.Sql,
  row: Row,
  { account_id, tokens }: Registered,
  encryptionKey: string,
): Promise<void> {
  const id = uuidv7();
  const expiresAt = new Date(Date.now() + (tokens?.expires_in ?? 0) * 1000);
  const sealed = encrypt(
    JSON.stringify({
      accessToken: tokens?.access_token,
      refreshToken: tokens?.refresh_token,
      expiresAt,
    }),
    `manufacturer-account ${id}`,
    Buffer.from(encryptionKey, "base64"),
  );
  await client`
    insert into manufacturer_accounts (organization_id, id, user_id, connector, manufacturer, external_account_id, state,
      encrypted_tokens, token_expires_at, next_read_at)
    values (${row.organization_id}, ${id}, ${row.user_id}, 'sandbox', ${row.manufacturer}, ${account_id}, 'active',
      ${sealed}, ${expiresAt}, now())`;
  await client`
    update devices set manufacturer_account_id = ${id}
    where organization_id = ${row.organization_id} and id = any(${row.devices.map((device) => device.id)}::uuid[])`;
}
