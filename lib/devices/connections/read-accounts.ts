import "server-only";
import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { devices, manufacturerAccounts } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import {
  type ConnectedAccount,
  type Connector,
  ConnectorProblem,
  isPassing,
} from "../connectors/connector";
import { recordReadings } from "../telemetry/record-readings";
import { openAccount } from "./manufacturer-account";
import {
  recordAccountProblem,
  recordAccountRead,
  saveRefreshedTokens,
} from "./record-account-result";
import { findConnector } from "./use-connectors";

/** How many accounts one run reads, how many it takes together, and how many it reads at the same time. */
const most = 200;
const portion = 40;
const atOnce = 8;

/** No further ones are taken after so long, so that no other organization waits long. */
const MAX_TURN_MS = 15_000;

/** A token that ends so soon is renewed first. */
const margin = 60_000;

/** How long a worker that took an account has to read it before another may. */
const leaseSeconds = 120;

/**
 * Reads the accounts whose time has come. Several workers that do so at once take different ones.
 * @throws AggregateError, after all others were read, when an account failed by a fault of ours
 */
export async function readDueAccounts(actor: System): Promise<{ read: number }> {
  const until = performance.now() + MAX_TURN_MS;
  const failures: unknown[] = [];
  let read = 0;
  while (read < most && performance.now() < until) {
    const ids = await claimDueAccounts(actor, {});
    const waiting = ids.values();
    const line = async () => {
      for (const id of waiting) {
        // A failure of one account does not keep the others from being read.
        await readAccount(actor, id).catch((error: unknown) => failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, line));
    read += ids.length;
    if (ids.length < portion) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some accounts were not read.");
  return { read };
}

/** Takes due accounts, so that no other worker does. */
export const claimDueAccounts = defineCommand({
  name: "claimDueAccounts",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const due = transaction
      .select({ id: manufacturerAccounts.id })
      .from(manufacturerAccounts)
      .where(
        and(eq(manufacturerAccounts.state, "active"), lte(manufacturerAccounts.nextReadAt, now())),
      )
      .orderBy(asc(manufacturerAccounts.nextReadAt), asc(manufacturerAccounts.id))
      .limit(portion)
      .for("no key update", { skipLocked: true });
    const claimed = await transaction
      .update(manufacturerAccounts)
      .set({ nextReadAt: sql`now() + make_interval(secs => ${leaseSeconds})` })
      .where(inArray(manufacturerAccounts.id, sql`(select id from ${due.as("due")})`))
      .returning({ id: manufacturerAccounts.id });
    return { result: claimed.map(({ id }) => id), audit: [] };
  },
});

/**
 * Reads what an account's devices say, renewing its token first where that has ended. Any failure at the
 * manufacturer is written down and tried again later; only a lost authorization ends the connection.
 */
export async function readAccount(actor: System, id: string): Promise<void> {
  const found = await findAccountToRead(actor, { id });
  if (!found) return;
  const { connector, row, known } = found;
  try {
    const account = await withGoodToken(actor, connector, id, openAccount(row));
    const states = await readStatesWithRefresh(actor, connector, id, account);
    const reports = states.flatMap(({ externalDeviceId, measuredAt, state }) => {
      const device = known.find((one) => one.externalDeviceId === externalDeviceId);
      return device ? [{ deviceId: device.id, measuredAt, state }] : [];
    });
    if (reports.length > 0) await recordReadings(actor, { reports });
    const { answeredShare } = connector.readHealth(row.manufacturer);
    const dropped = states.filter((state) => state.dropped.length > 0);
    await recordAccountRead(actor, { id, answeredShare, dropped });
  } catch (error) {
    if (!(error instanceof ConnectorProblem)) throw error;
    await recordAccountProblem(actor, {
      id,
      problem: error.problem,
      isPassing: isPassing(error),
      reason: error.reason,
      answeredShare: connector.readHealth(row.manufacturer).answeredShare,
      retryAfterSeconds: error.retryAfterSeconds,
    });
  }
}

export const findAccountToRead = defineQuery({
  name: "findAccountToRead",
  input: z.object({ id: z.uuid() }),
  requires: { action: "read", resource: "maintenance" },
  async run({ input, transaction }) {
    const [row] = await transaction
      .select()
      .from(manufacturerAccounts)
      .where(and(eq(manufacturerAccounts.id, input.id), eq(manufacturerAccounts.state, "active")));
    const connector = row && (await findConnector(transaction, row.connector));
    if (!connector) return undefined;
    const known = await transaction
      .select({ id: devices.id, externalDeviceId: devices.externalDeviceId })
      .from(devices)
      .where(and(eq(devices.manufacturerAccountId, row.id), isNull(devices.deletedAt)));
    return { connector, row, known };
  },
});

/** New tokens are stored before they are used: a refresh token may be good for one time. */
export async function withGoodToken(
  actor: System,
  connector: Connector,
  id: string,
  account: ConnectedAccount,
  isForced = false,
): Promise<ConnectedAccount> {
  if (!account.tokens) return account;
  const isGood = account.tokens.expiresAt.getTime() - now().getTime() > margin;
  if (isGood && !isForced) return account;
  const tokens = await connector.refresh(account);
  if (tokens) await saveRefreshedTokens(actor, { id, ...tokens });
  return { ...account, tokens };
}

/** A token can end before its time; the manufacturer's word on the refresh token is the last. */
async function readStatesWithRefresh(
  actor: System,
  connector: Connector,
  id: string,
  account: ConnectedAccount,
) {
  try {
    return await connector.readStates(account);
  } catch (error) {
    const isRefused = error instanceof ConnectorProblem && error.problem === "authorizationLost";
    if (!isRefused || !account.tokens) throw error;
    return connector.readStates(await withGoodToken(actor, connector, id, account, true));
  }
}
