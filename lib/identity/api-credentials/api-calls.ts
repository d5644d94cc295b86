import "server-only";
import { type AnyColumn, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import {
  apiAccessTokens,
  apiCalls,
  apiClients,
  idempotentResults,
  personalTokens,
  webhookDeliveries,
} from "@/db/schema";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { apiClientReference } from "./api-credentials-schema";
import { findApiClient } from "./find-api-client";

const maxShown = 50;
const maxAtOnce = 1000;
/** So much goes in one transaction, so that none runs long. */
const batch = 5000;
const keptDays = 7;
const keptMessageDays = 30;
/** As long as clients may rely on it. */
const keptKeyHours = 24;

const call = z.object({
  callerId: z.uuid(),
  method: z.string().max(10),
  path: z.string(),
  status: z.number().int(),
  milliseconds: z.number().int(),
  requestId: z.string().max(100),
  clientAddress: z.string().max(100).optional(),
  at: z.date(),
});

export type ApiCall = z.input<typeof call>;

/** Writes down calls that were made, and when each client and token was used last. */
export const recordApiCalls = defineCommand({
  name: "recordApiCalls",
  input: z.object({ calls: z.array(call).min(1).max(maxAtOnce) }),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, input, transaction }) {
    const { organizationId } = actor;
    const rows = input.calls.map(({ at, path, ...rest }) => ({
      ...rest,
      organizationId,
      path: path.slice(0, 300),
      createdAt: at,
    }));
    await transaction.insert(apiCalls).values(rows);
    const lastUsedAt = new Date(Math.max(...input.calls.map(({ at }) => at.getTime())));
    const callers = [...new Set(input.calls.map(({ callerId }) => callerId))];
    for (const table of [apiClients, personalTokens] as const) {
      await transaction.update(table).set({ lastUsedAt }).where(inArray(table.id, callers));
    }
    return { result: undefined, audit: [] };
  },
});

/** The last calls of one client. */
export const listApiCalls = defineQuery({
  name: "listApiCalls",
  input: apiClientReference,
  requires: { action: "read", resource: "api-credentials" },
  async run({ input, transaction }) {
    const client = await findApiClient(transaction, input.id);
    return transaction
      .select({
        id: apiCalls.id,
        method: apiCalls.method,
        path: apiCalls.path,
        status: apiCalls.status,
        milliseconds: apiCalls.milliseconds,
        requestId: apiCalls.requestId,
        clientAddress: apiCalls.clientAddress,
        createdAt: apiCalls.createdAt,
      })
      .from(apiCalls)
      .where(eq(apiCalls.callerId, client.id))
      .orderBy(desc(apiCalls.createdAt), desc(apiCalls.id))
      .limit(maxShown);
  },
});

/**
 * Deletes what the API no longer needs: calls of more than a week, keys of more than a day, tokens that
 * ended, messages of more than a month. @returns whether there may be more
 */
export const deleteExpiredApiAccess = defineCommand({
  name: "deleteExpiredApiAccess",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000);
    const deleted = [
      await dropOld(transaction, apiCalls, apiCalls.createdAt, hoursAgo(keptDays * 24)),
      await dropOld(
        transaction,
        idempotentResults,
        idempotentResults.createdAt,
        hoursAgo(keptKeyHours),
      ),
      await dropOld(transaction, apiAccessTokens, apiAccessTokens.expiresAt, hoursAgo(24)),
      await dropOld(
        transaction,
        webhookDeliveries,
        webhookDeliveries.createdAt,
        hoursAgo(keptMessageDays * 24),
      ),
    ];
    return { result: { isMore: deleted.some((number) => number === batch) }, audit: [] };
  },
});

/** Where PostgreSQL keeps a row: what tables of any key have in common. */
const place = (table: PgTable) => sql`${table}.ctid`;

/** @returns how many rows were old, up to a batch */
async function dropOld(
  transaction: Transaction,
  table: PgTable,
  moment: AnyColumn,
  before: Date,
): Promise<number> {
  const old = transaction
    .select({ place: place(table) })
    .from(table)
    .where(lt(moment, before))
    .limit(batch);
  const deleted = await transaction
    .delete(table)
    .where(inArray(place(table), old))
    .returning({ place: place(table) });
  return deleted.length;
}
