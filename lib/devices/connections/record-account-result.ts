import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices, manufacturerAccounts, manufacturerHealth } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { connectorProblems } from "../connectors/connector";
import { writeConnections } from "../telemetry/record-connections";
import { sealTokens } from "./manufacturer-account";

/** Seconds between two readings of an account that answers. */
const pause = 60;

const longestPause = 3600;

export const saveRefreshedTokens = defineCommand({
  name: "saveRefreshedTokens",
  input: z.object({
    id: z.uuid(),
    accessToken: z.string(),
    refreshToken: z.string(),
    expiresAt: z.date(),
  }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input: { id, ...tokens }, transaction }) {
    await transaction
      .update(manufacturerAccounts)
      .set(sealTokens(id, tokens))
      .where(and(eq(manufacturerAccounts.id, id), eq(manufacturerAccounts.state, "active")));
    return { result: undefined, audit: [] };
  },
});

/** How many devices of one account are kept with what was left out. */
const MAX_DEVICES_NOTED = 20;

const droppedOfDevice = z.object({
  externalDeviceId: z.string(),
  dropped: z.array(
    z.object({
      field: z.string(),
      value: z.string(),
      reason: z.enum(["outOfRange", "wrongType"]),
    }),
  ),
});

/** Notes that an account was read, and that its manufacturer answers. */
export const recordAccountRead = defineCommand({
  name: "recordAccountRead",
  input: z.object({
    id: z.uuid(),
    answeredShare: z.number().min(0).max(1).default(1),
    dropped: z.array(droppedOfDevice).default([]),
  }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const [account] = await transaction
      .update(manufacturerAccounts)
      .set({
        lastReadAt: now(),
        failures: 0,
        lastProblem: null,
        droppedValues: input.dropped.slice(0, MAX_DEVICES_NOTED),
        nextReadAt: sql`now() + make_interval(secs => ${pause})`,
      })
      .where(eq(manufacturerAccounts.id, input.id))
      .returning();
    if (account) await recordHealth(transaction, account, null, input.answeredShare);
    return { result: undefined, audit: [] };
  },
});

/**
 * Notes why an account could not be read. Passing failures are tried again after a pause that grows and is
 * never the same for all; a lost authorization ends the account, and its devices wait for their end-user.
 */
export const recordAccountProblem = defineCommand({
  name: "recordAccountProblem",
  input: z.object({
    id: z.uuid(),
    problem: z.enum(connectorProblems),
    isPassing: z.boolean(),
    reason: z.string().max(500).optional(),
    answeredShare: z.number().min(0).max(1).default(0),
    retryAfterSeconds: z.number().min(0).max(86_400).optional(),
  }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const [account] = await transaction
      .select()
      .from(manufacturerAccounts)
      .where(eq(manufacturerAccounts.id, input.id))
      .for("no key update");
    if (account?.state !== "active") return { result: undefined, audit: [] };
    if (!input.isPassing && input.problem !== "unsupported") {
      await loseAccount(transaction, account.id, input.problem, input.reason);
      return { result: undefined, audit: [] };
    }
    const failures = account.failures + 1;
    const grown = Math.min(longestPause, pause * 2 ** Math.min(failures - 1, 6));
    const seconds = Math.max(input.retryAfterSeconds ?? 0, grown * (0.5 + Math.random()));
    await transaction
      .update(manufacturerAccounts)
      .set({
        failures,
        lastProblem: input.problem,
        nextReadAt: sql`now() + make_interval(secs => ${seconds})`,
      })
      .where(eq(manufacturerAccounts.id, account.id));
    if (input.isPassing) {
      await recordHealth(transaction, account, input.problem, input.answeredShare);
    }
    return { result: undefined, audit: [] };
  },
});

/** Ends an account whose authorization is gone, and with it the connection of its devices. */
export async function loseAccount(
  transaction: Transaction,
  id: string,
  problem: string,
  reason: string | undefined,
): Promise<void> {
  const isWithdrawn = problem === "consentWithdrawn";
  await transaction
    .update(manufacturerAccounts)
    .set({
      state: isWithdrawn ? "revoked" : "lost",
      encryptedTokens: null,
      tokenExpiresAt: null,
      nextReadAt: null,
      lastProblem: problem,
    })
    .where(eq(manufacturerAccounts.id, id));
  const lost = await transaction
    .select({ id: devices.id })
    .from(devices)
    .where(and(eq(devices.manufacturerAccountId, id), isNull(devices.deletedAt)));
  if (lost.length === 0) return;
  await writeConnections(
    transaction,
    lost.map((device) => ({ deviceId: device.id, isConnected: false, isWithdrawn, reason })),
    "reported",
  );
}

/** @param problem null when the manufacturer answered */
async function recordHealth(
  transaction: Transaction,
  account: typeof manufacturerAccounts.$inferSelect,
  problem: string | null,
  answeredShare: number,
): Promise<void> {
  const { organizationId, connector, manufacturer } = account;
  const at = now();
  const set = problem
    ? {
        answeredShare,
        lastFailureAt: at,
        lastProblem: problem,
        failingSince: sql`coalesce(${manufacturerHealth.failingSince}, ${at.toISOString()}::timestamptz)`,
      }
    : { answeredShare, lastAnswerAt: at, failingSince: null, lastProblem: null };
  // One row for all accounts of a manufacturer: it is written again only once it has grown old.
  await transaction
    .insert(manufacturerHealth)
    .values({
      organizationId,
      connector,
      manufacturer,
      answeredShare,
      ...(problem
        ? { lastFailureAt: at, failingSince: at, lastProblem: problem }
        : { lastAnswerAt: at }),
    })
    .onConflictDoUpdate({
      target: [
        manufacturerHealth.organizationId,
        manufacturerHealth.connector,
        manufacturerHealth.manufacturer,
      ],
      set,
      setWhere: problem
        ? undefined
        : sql`${manufacturerHealth.failingSince} is not null or ${manufacturerHealth.lastAnswerAt} is null or ${manufacturerHealth.lastAnswerAt} < now() - interval '30 seconds'`,
    });
}
