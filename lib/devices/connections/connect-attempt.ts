import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
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
  /** It came to an end: all that is kept is the way back to the link. */
  isOver: z.boolean().optional(),
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

/** Ends an attempt. The link's token stays with it, so that its browser finds back when it returns once more. */
export async function endAttempt(
  transaction: Transaction,
  { id, token }: { id: string; token: string },
): Promise<void> {
  await transaction
    .update(connectAttempts)
    .set({ spentAt: now() })
    .where(eq(connectAttempts.id, id));
  await saveSecret(transaction, id, { token, login: {}, isOver: true });
}

/** @returns an attempt that can fail; undefined where it came to an end before, or to devices to choose from */
export async function lockRunningAttempt(
  transaction: Transaction,
  { id, linkId }: { id: string; linkId: string },
): Promise<{ manufacturer: string } | undefined> {
  const [running] = await transaction
    .select({ manufacturer: connectAttempts.manufacturer })
    .from(connectAttempts)
    .where(
      and(
        eq(connectAttempts.id, id),
        eq(connectAttempts.linkId, linkId),
        isNull(connectAttempts.accountId),
        // A login that came back was spent as it came; one by code is spent by its end alone.
        or(isNull(connectAttempts.spentAt), eq(connectAttempts.flow, "code")),
      ),
    )
    .for("no key update");
  return running;
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

/**
 * How an attempt stands whose login came back before: a page that is loaded again, or a callback sent twice.
 * @returns undefined where this browser has none
 */
export const viewReturnedAttempt = defineQuery({
  name: "viewReturnedAttempt",
  input: z.object({ state: z.string().max(200), browser: browserSecret }),
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    const [row] = await transaction
      .select()
      .from(connectAttempts)
      .where(
        and(
          eq(connectAttempts.stateHash, hashOf(input.state)),
          eq(connectAttempts.browserHash, hashOf(input.browser)),
          isNotNull(connectAttempts.spentAt),
        ),
      );
    const secret = row && openSecret(row);
    const found = secret && (await findConnectLink(transaction, secret.token));
    if (!secret || !found) return undefined;
    const { token } = secret;
    if (found.stage === "completed") return { kind: "done" as const, token };
    if (secret.offered) return { kind: "choose" as const, token, attempt: row.id };
    return { kind: secret.isOver ? ("failed" as const) : ("pending" as const), token };
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
