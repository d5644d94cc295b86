import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { BulkheadRejectedError, bulkhead } from "cockatiel";
import { eq } from "drizzle-orm";
import { organizations, users } from "@/db/schema";
import type { Anonymous } from "@/lib/core/access/actor";
import { database } from "@/lib/core/database";
import { Unavailable } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { personName } from "@/lib/core/people/person-name";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { isKnownNetwork, rememberNetwork } from "./known-networks";
import { type Candidate, findLogInCandidates } from "./log-in-candidates";
import { logInInput } from "./log-in-schema";
import type { LoginContext } from "./login-context";
import { markSeen } from "./mark-seen";
import { verifyAgainstDecoy, verifyPassword } from "./password-hash";
import {
  clearLimits,
  consumeLimits,
  type LimitedKey,
  refundLimit,
  refuseFromMemory,
} from "./rate-limits";
import { type StartedSession, startSession } from "./start-session";

/** How many hashes each attempt verifies, real or decoy: time tells nothing of the accounts. */
const verifications = 3;

/** The least time from a login to its refusal, in milliseconds. */
const refusalFloor = 350;

/** Verifying keeps a core busy: a flood of logins waits in its own queue instead of slowing down every page. */
const verifying = bulkhead(4, 64);

export type LogInOutcome =
  | { kind: "logged-in"; session: StartedSession; role: "admin" | "staff" | "user" }
  /** The same address and password open several organizations: the person chooses. */
  | { kind: "choose"; organizations: { id: string; name: string }[] }
  | { kind: "refused" };

/** Runs what need not be finished before the answer, as Next's `after` does. */
export type Defer = (task: () => Promise<void>) => void | Promise<void>;

export const runNow: Defer = (task) => task();

/**
 * Logs a person in by address and password. Unknown address, wrong password, suspended and not yet
 * accepted accounts get the same answer after the same work; what differs between them is deferred.
 * @throws RateLimited with the waiting time
 * @throws Invalid when the form is incomplete
 * @throws Unavailable when too many log in at once
 */
export async function logIn(
  input: unknown,
  loginContext: LoginContext,
  defer: Defer = runNow,
): Promise<LogInOutcome> {
  const { email, password, organizationId } = parseInput(logInInput, input);
  const account = email.toLowerCase();
  const address = loginContext.clientAddress ?? "unknown";
  const ofAddress = limitsOfAddress(account, address);
  // A flood of guesses does not even ask the database which networks are known.
  refuseFromMemory(ofAddress);
  const limits = [
    ...ofAddress,
    limitOfAccount(account, address, await isKnownNetwork(account, address)),
  ];
  await consumeLimits(limits);
  const floor = sleep(refusalFloor);

  const candidates = await findLogInCandidates(email, loginContext);
  const matches = await matching(candidates, password);
  const chosen = organizationId
    ? matches.filter((match) => match.organizationId === organizationId)
    : matches;

  const [only] = chosen;
  if (!only) {
    log.warn(
      { requestId: loginContext.requestId, clientAddress: loginContext.clientAddress },
      "login refused",
    );
    await floor;
    await defer(async () => {
      for (const candidate of candidates) {
        await recordFailedLogin(anonymousActor(candidate, loginContext), {
          userId: candidate.userId,
        });
      }
    });
    return { kind: "refused" };
  }
  await resetLimits(limits);
  await rememberNetwork(account, address);
  if (chosen.length > 1) return { kind: "choose", organizations: await namesOf(chosen) };
  const started = await openSession(anonymousActor(only, loginContext), {
    userId: only.userId,
    userAgent: loginContext.userAgent,
  });
  if (!started.session.awaitsSecondFactor) await markSeen(started.session);
  return { kind: "logged-in", ...started };
}

function limitsOfAddress(account: string, address: string): LimitedKey[] {
  return [
    { limit: "login-account-address", address, account },
    { limit: "login-address", address },
  ];
}

/** Guesses from elsewhere use up a limit that does not count for networks the account was logged in from. */
function limitOfAccount(account: string, address: string, isKnown: boolean): LimitedKey {
  return isKnown
    ? { limit: "login-known-network", address, account }
    : { limit: "login-account", key: account };
}

/** The password was right: the account starts afresh, the address gets this attempt back. */
async function resetLimits(limits: LimitedKey[]): Promise<void> {
  await clearLimits(limits.filter(({ limit }) => limit !== "login-address"));
  for (const shared of limits.filter(({ limit }) => limit === "login-address")) {
    await refundLimit(shared);
  }
}

/** @throws Unavailable when too many passwords wait to be verified already */
async function matching(candidates: Candidate[], password: string): Promise<Candidate[]> {
  try {
    return await verifying.execute(() => verifyAll(candidates, password));
  } catch (error) {
    if (error instanceof BulkheadRejectedError) throw new Unavailable("Too many logins at once.");
    throw error;
  }
}

async function verifyAll(candidates: Candidate[], password: string): Promise<Candidate[]> {
  const decoys = Array.from({ length: Math.max(0, verifications - candidates.length) }, () =>
    verifyAgainstDecoy(password),
  );
  const [verdicts] = await Promise.all([
    Promise.all(
      candidates.map((candidate) =>
        candidate.hash ? verifyPassword(candidate.hash, password) : verifyAgainstDecoy(password),
      ),
    ),
    Promise.all(decoys),
  ]);
  return candidates.filter((candidate, index) => verdicts[index] && candidate.status === "active");
}

async function namesOf(chosen: Candidate[]): Promise<{ id: string; name: string }[]> {
  const names = await Promise.all(
    chosen.map(({ organizationId }) =>
      database().read(organizationId, (transaction) =>
        transaction.select({ id: organizations.id, name: organizations.name }).from(organizations),
      ),
    ),
  );
  return names.flat();
}

export function anonymousActor(
  candidate: { organizationId: string },
  loginContext: LoginContext,
): Anonymous {
  return {
    kind: "anonymous",
    role: "anonymous",
    organizationId: candidate.organizationId,
    requestId: loginContext.requestId,
    clientAddress: loginContext.clientAddress,
  };
}

/** Opens the session of a person whose password was right. */
const openSession = defineCommand({
  name: "openSession",
  input: z.object({ userId: z.uuid(), userAgent: z.string().optional() }),
  requires: { action: "create", resource: "authentication" },
  async run({ actor, input, transaction }) {
    const [person] = await transaction
      .select()
      .from(users)
      .where(eq(users.id, input.userId))
      .for("share");
    if (!person || actor.kind !== "anonymous") throw new Error("Only an anonymous caller logs in.");
    const session = await startSession(transaction, actor, person.id, input.userAgent);
    const name = personName(person);
    // With a second factor the login is written down when that has been proved.
    if (session.awaitsSecondFactor) return { result: { session, role: person.role }, audit: [] };
    return {
      result: { session, role: person.role },
      audit: [
        {
          action: "session.started",
          actor: { id: person.id, name, kind: person.role === "user" ? "end-user" : "member" },
          target: { type: "session", id: session.sessionId, name },
        },
      ],
    };
  },
});

/** Writes a failed try into the log of the account's organization. */
export const recordFailedLogin = defineCommand({
  name: "recordFailedLogin",
  input: z.object({ userId: z.uuid() }),
  requires: { action: "create", resource: "authentication" },
  async run({ input, transaction }) {
    const [person] = await transaction.select().from(users).where(eq(users.id, input.userId));
    return {
      result: undefined,
      audit: [
        {
          action: "session.failed",
          target: { type: "user", id: input.userId, name: person && personName(person) },
        },
      ],
    };
  },
});
