import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices, manufacturerAccounts, users } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ConnectorProblem, isPassing } from "../connectors/connector";
import { openAccount } from "./manufacturer-account";
import { findConnector } from "./use-connectors";

/** Ends accounts for good: nothing is read from them any more, and their access is given back. */
export async function endAccounts(
  transaction: Transaction,
  which: { id: string } | { userId: string },
): Promise<void> {
  const ended = await transaction
    .update(manufacturerAccounts)
    .set({ state: "revoked", nextReadAt: null })
    .where(
      and(
        "id" in which
          ? eq(manufacturerAccounts.id, which.id)
          : eq(manufacturerAccounts.userId, which.userId),
        // One that was lost has nothing to give back, but goes with its person all the same.
        "id" in which ? ne(manufacturerAccounts.state, "revoked") : undefined,
      ),
    )
    .returning();
  for (const { organizationId, id } of ended) {
    const payload = JSON.stringify({ organizationId, id });
    await transaction.execute(
      sql`select enqueue_job('give-back-access', ${payload}::json, ${`access-${id}`})`,
    );
  }
}

/**
 * Gives the access to an ended account back to the manufacturer, and forgets its tokens.
 * @throws ConnectorProblem while the manufacturer does not answer: the job comes back
 */
export async function giveBackAccess(actor: System, id: string): Promise<void> {
  const found = await findEndedAccount(actor, { id });
  if (!found) return;
  const { row, connector } = found;
  if (connector) {
    await connector.revoke(openAccount(row)).catch((error: unknown) => {
      const isOver = error instanceof ConnectorProblem && !isPassing(error);
      if (!isOver) throw error;
    });
  }
  await forgetAccount(actor, { id });
}

export const findEndedAccount = defineQuery({
  name: "findEndedAccount",
  input: z.object({ id: z.uuid() }),
  requires: { action: "read", resource: "maintenance" },
  async run({ input, transaction }) {
    const [row] = await transaction
      .select()
      .from(manufacturerAccounts)
      .where(and(eq(manufacturerAccounts.id, input.id), eq(manufacturerAccounts.state, "revoked")));
    return row && { row, connector: await findConnector(transaction, row.connector) };
  },
});

/** Forgets an ended account's tokens; of somebody who is gone, the account as well. */
export const forgetAccount = defineCommand({
  name: "forgetAccount",
  input: z.object({ id: z.uuid() }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const [account] = await transaction
      .update(manufacturerAccounts)
      .set({ encryptedTokens: null, tokenExpiresAt: null })
      .where(and(eq(manufacturerAccounts.id, input.id), eq(manufacturerAccounts.state, "revoked")))
      .returning({ userId: manufacturerAccounts.userId });
    if (!account) return { result: undefined, audit: [] };
    const [user] = await transaction
      .select({ deletedAt: users.deletedAt })
      .from(users)
      .where(eq(users.id, account.userId));
    if (user?.deletedAt) {
      await transaction
        .update(devices)
        .set({ manufacturerAccountId: null })
        .where(eq(devices.manufacturerAccountId, input.id));
      await transaction.delete(manufacturerAccounts).where(eq(manufacturerAccounts.id, input.id));
    }
    return { result: undefined, audit: [] };
  },
});
