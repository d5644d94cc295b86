import type postgres from "postgres";
import { decrypt, encrypt } from "../lib/core/crypto/encryption";

type Sealed = {
  table: string;
  columns: string[];
  key: string[];
  /** What the text is bound to; must say what the code says that encrypts it. */
  context: (row: Record<string, string>) => string;
};

/**
 * What is kept encrypted for long. What lives for a day at most (results under idempotency keys, logins that are
 * under way) is left to expire: the previous key is kept until then.
 */
const kept: Sealed[] = [
  {
    table: "second_factors",
    columns: ["encrypted_secret"],
    key: ["id"],
    context: ({ user_id = "" }) => user_id,
  },
  {
    table: "outgoing_mails",
    columns: ["encrypted_secret"],
    key: ["id"],
    context: ({ user_id = "" }) => user_id,
  },
  {
    table: "webhooks",
    columns: ["encrypted_secret", "encrypted_old_secret"],
    key: ["id"],
    context: ({ organization_id = "" }) => organization_id,
  },
  {
    table: "audit_streams",
    columns: ["encrypted_secret"],
    key: [],
    context: ({ organization_id = "" }) => organization_id,
  },
  {
    table: "manufacturer_accounts",
    columns: ["encrypted_tokens"],
    key: ["id"],
    context: ({ id = "" }) => `manufacturer-account ${id}`,
  },
  {
    table: "connector_credentials",
    columns: ["encrypted_secret", "encrypted_webhook_secret"],
    key: ["connector"],
    context: ({ organization_id = "", connector = "" }) => `${organization_id} ${connector}`,
  },
];

const batch = 500;

/**
 * Encrypts everything again under the present key, a few hundred rows at a time. Safe to stop and to repeat, and
 * beside a running portal: what the portal writes at the same time uses the present key already.
 * @param client with two connections; bound by row-level security or not
 * @returns how many texts were encrypted
 */
export async function reencryptSecrets(client: postgres.Sql): Promise<number> {
  let renewed = 0;
  const organizations = await client<{ id: string }[]>`select list_organization_ids() as id`;
  for (const { id } of organizations) {
    for (const sealed of kept) renewed += await renewTable(client, sealed, id);
  }
  return renewed;
}

async function renewTable(
  client: postgres.Sql,
  sealed: Sealed,
  organizationId: string,
): Promise<number> {
  let renewed = 0;
  await client.begin(async (reading) => {
    await bindTo(reading, organizationId);
    const keys = ["organization_id", ...sealed.key];
    const rows = reading`
      select ${reading(keys)} from ${reading(sealed.table)} where organization_id = ${organizationId}`;
    for await (const page of rows.cursor(batch)) {
      await client.begin(async (transaction) => {
        await bindTo(transaction, organizationId);
        for (const row of page) renewed += await renewRow(transaction, sealed, row);
      });
    }
  });
  return renewed;
}

/** Without an organization, row-level security shows an owner of the tables that is no superuser no rows at all. */
async function bindTo(transaction: postgres.TransactionSql, organizationId: string): Promise<void> {
  await transaction`select set_config('app.organization_id', ${organizationId}, true)`;
}

async function renewRow(
  transaction: postgres.TransactionSql,
  { table, columns, key, context }: Sealed,
  row: postgres.Row,
): Promise<number> {
  const where = key.reduce(
    (earlier, name) => transaction`${earlier} and ${transaction(name)} = ${row[name]}`,
    transaction`organization_id = ${row.organization_id}`,
  );
  const [locked] = await transaction`
    select * from ${transaction(table)} where ${where} for update`;
  const present = columns.filter((column) => locked?.[column]);
  if (!locked || present.length === 0) return 0;
  const bound = context(locked as Record<string, string>);
  const reencrypted = Object.fromEntries(
    present.map((column) => [column, encrypt(decrypt(locked[column], bound), bound)]),
  );
  await transaction`update ${transaction(table)} set ${transaction(reencrypted)} where ${where}`;
  return present.length;
}
