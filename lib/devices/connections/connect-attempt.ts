import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectAttempts, connectLinks } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { decrypt, encrypt } from "@/lib/core/crypto/encryption";
import { Conflict } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { readTenantToken } from "@/lib/identity/auth/tenant-token";
import { remoteDevice } from "../connectors/connector";
import { actingUser } from "./acting-user";
import { connectToken } from "./connect-link-schema";
import { findConnectLink, isUsable } from "./find-connect-link";

const minutes = 15;
const maxOpen = 30;

/** What a browser holds that began a login; without it, nobody goes on with it. */
export const browserSecret = z.string().min(20).max(100);

const hashOf = (text: string) => createHash("sha256").update(text).digest();
const contextOf = (id: string) => `connect-attempt ${id}`;

const attemptSecret = z.object({
  token: z.string(),
  login: z.record(z.string(), z.string()),
  /** Of a login by code: what is to be typed where. */
  userCode: z.string().optional(),
  verificationUri: z.string().optional(),
  intervalSeconds: z.number().optional(),
  /** After the login: the account's devices that can be taken over. */
  offered: z.array(remoteDevice).optional(),
});

export type AttemptSecret = z.output<typeof attemptSecret>;

/** Notes that an end-user goes to a manufacturer's login. @throws Conflict `linkSpent` */
export const recordConnectAttempt = defineCommand({
  name: "recordConnectAttempt",
  input: z.object({
    token: connectToken,
    state: z.string().max(200),
    browser: browserSecret,
    connector: z.string(),
    manufacturer: z.string(),
    flow: z.enum(["code", "device"]),
    secret: attemptSecret.omit({ token: true }),
  }),
  requires: { action: "create", resource: "authentication" },
  async run({ actor, input, transaction }) {
    const found = await findConnectLink(transaction, input.token);
    if (!found || !isUsable(found)) throw new Conflict("linkSpent");
    await requireFewOpen(transaction, found.link.id);
    const [attempt] = await transaction
      .insert(connectAttempts)
      .values({
        organizationId: actor.organizationId,
        linkId: found.link.id,
        stateHash: hashOf(input.state),
        browserHash: hashOf(input.browser),
        connector: input.connector,
        manufacturer: input.manufacturer,
        flow: input.flow,
        expiresAt: sql`now() + make_interval(mins => ${minutes})`,
      })
      // A state is drawn for one login; sent twice, the second is no new attempt.
      .onConflictDoNothing({ target: [connectAttempts.organizationId, connectAttempts.stateHash] })
      .returning({ id: connectAttempts.id });
    if (!attempt) throw new Conflict("linkSpent");
    await saveSecret(transaction, attempt.id, { ...input.secret, token: input.token });
    const isFirst = found.link.startedAt === null;
    await transaction
      .update(connectLinks)
      .set({ startedAt: now(), failedAt: null, failure: null })
      .where(eq(connectLinks.id, found.link.id));
    return {
      result: { id: attempt.id },
      audit: isFirst ? [{ action: "connect-link.started", ...actingUser(found) }] : [],
    };
  },
});

/** A link that is tried over and over is somebody's machine. */
async function requireFewOpen(transaction: Transaction, linkId: string): Promise<void> {
  const open = await transaction
    .select({ id: connectAttempts.id })
    .from(connectAttempts)
    .where(
      and(
        eq(connectAttempts.linkId, linkId),
        gt(connectAttempts.createdAt, sql`now() - interval '1 hour'`),
      ),
    )
    .limit(maxOpen);
  if (open.length === maxOpen) throw new Conflict("tooManyAttempts");
}

/** Stores what is to be remembered of an attempt; only the attempt's own id opens it. */
export async function saveSecret(
  transaction: Transaction,
  id: string,
  secret: AttemptSecret,
): Promise<void> {
  await transaction
    .update(connectAttempts)
    .set({ encryptedSecret: encrypt(JSON.stringify(secret), contextOf(id)) })
    .where(eq(connectAttempts.id, id));
}

type AttemptRow = typeof connectAttempts.$inferSelect;

function openSecret({ id, encryptedSecret }: AttemptRow): AttemptSecret | undefined {
  if (!encryptedSecret) return undefined;
  return attemptSecret.parse(JSON.parse(decrypt(encryptedSecret, contextOf(id))));
}

/**
 * Spends the state with which a browser came back: of several that bring it, one goes on.
 * @returns undefined when it is spent, too old, or was another browser's
 */
export const spendConnectAttempt = defineCommand({
  name: "spendConnectAttempt",
  input: z.object({ state: z.string().max(200), browser: browserSecret }),
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    const [spent] = await transaction
      .update(connectAttempts)
      .set({ spentAt: now() })
      .where(
        and(
          eq(connectAttempts.stateHash, hashOf(input.state)),
          eq(connectAttempts.browserHash, hashOf(input.browser)),
          isNull(connectAttempts.spentAt),
          gt(connectAttempts.expiresAt, sql`now()`),
        ),
      )
      .returning();
    const secret = spent && openSecret(spent);
    return { result: secret && attemptOf(spent, secret), audit: [] };
  },
});

/** An attempt that its own browser goes on with; undefined where there is none, or it is over. */
export async function findAttempt(
  transaction: Transaction,
  { token, attempt, browser }: { token: string; attempt: string; browser: string },
) {
  const [row] = await transaction
    .select()
    .from(connectAttempts)
    .where(
      and(
        eq(connectAttempts.id, attempt),
        eq(connectAttempts.browserHash, hashOf(browser)),
        gt(connectAttempts.expiresAt, sql`now()`),
      ),
    );
  const secret = row && openSecret(row);
  if (!secret || secret.token !== token) return undefined;
  return { ...attemptOf(row, secret), accountId: row.accountId, isSpent: row.spentAt !== null };
}

function attemptOf(row: AttemptRow, secret: AttemptSecret) {
  const { id, linkId, connector, manufacturer, flow } = row;
  return { id, linkId, connector, manufacturer, flow, secret };
}

/** Where an attempt of this browser stands: a code to be typed, or devices to choose from. */
export const viewConnectAttempt = defineQuery({
  name: "viewConnectAttempt",
  input: z.object({ token: connectToken, attempt: z.uuid(), browser: browserSecret }),
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    if (!readTenantToken(input.token)) return undefined;
    const found = await findAttempt(transaction, input);
    if (!found) return undefined;
    const { userCode, verificationUri, intervalSeconds, offered } = found.secret;
    return { ...found, secret: undefined, userCode, verificationUri, intervalSeconds, offered };
  },
});
