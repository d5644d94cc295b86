import "server-only";
import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { manufacturerAccounts } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { decrypt, encrypt } from "@/lib/core/crypto/encryption";
import { z } from "@/lib/core/validation/problems";
import type { ConnectedAccount, ConnectorId, Tokens } from "../connectors/connector";

export type AccountRow = typeof manufacturerAccounts.$inferSelect;

const sealedTokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.coerce.date(),
});

const contextOf = (id: string) => `manufacturer-account ${id}`;

/** Tokens as they are stored: for this account and no other. */
export function sealTokens(id: string, tokens: Tokens | null) {
  return {
    encryptedTokens: tokens && encrypt(JSON.stringify(tokens), contextOf(id)),
    tokenExpiresAt: tokens?.expiresAt ?? null,
  };
}

/** An account as connectors take it. */
export function openAccount(row: AccountRow): ConnectedAccount {
  const { id, manufacturer, externalAccountId, encryptedTokens } = row;
  const tokens = encryptedTokens
    ? sealedTokens.parse(JSON.parse(decrypt(encryptedTokens, contextOf(id))))
    : null;
  return { manufacturer, externalAccountId, tokens };
}

/** Keeps what a consent gave, in place of what an earlier one to the same account did. */
export async function saveAccount(
  transaction: Transaction,
  owner: { organizationId: string; userId: string },
  connector: ConnectorId,
  account: ConnectedAccount,
): Promise<AccountRow> {
  const { manufacturer, externalAccountId, tokens } = account;
  const [row] = await transaction
    .insert(manufacturerAccounts)
    .values({ ...owner, id: uuidv7(), connector, manufacturer, externalAccountId, state: "active" })
    .onConflictDoUpdate({
      target: [
        manufacturerAccounts.organizationId,
        manufacturerAccounts.userId,
        manufacturerAccounts.connector,
        manufacturerAccounts.manufacturer,
        manufacturerAccounts.externalAccountId,
      ],
      set: { state: "active", failures: 0, lastProblem: null },
    })
    .returning();
  if (!row) throw new Error("The insert returned no row.");
  const [kept] = await transaction
    .update(manufacturerAccounts)
    .set({ ...sealTokens(row.id, tokens), nextReadAt: now() })
    .where(eq(manufacturerAccounts.id, row.id))
    .returning();
  return kept ?? row;
}

/** Has an account read at once, however many ask for it. */
export async function readSoon(
  transaction: Transaction,
  { organizationId, id }: Pick<AccountRow, "organizationId" | "id">,
): Promise<void> {
  const payload = JSON.stringify({ organizationId, id });
  await transaction.execute(
    sql`select enqueue_job('read-account', ${payload}::json, ${`account-${id}`})`,
  );
}
