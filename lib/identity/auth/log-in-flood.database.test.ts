import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { DatabaseUnavailable, RateLimited, Unavailable } from "@/lib/core/errors";
import { listEndUsers } from "@/lib/customers/end-users/list-end-users";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { logIn } from "./log-in";
import { hashPassword } from "./password-hash";

const LOGINS = 200;
const password = "quiet lantern orbits maple";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let passwordHash: string;
let organization: TestOrganization;
let other: TestOrganization;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  organization = await createOrganization(owner.tables, passwordHash);
  other = await createOrganization(owner.tables);
});
afterAll(() => owner.client.end());

/** @returns how a login with the right password ended, other than by a fault */
async function logInFrom(clientAddress: string): Promise<string> {
  const loginContext = { requestId: "test-request", clientAddress, userAgent: "Test" };
  try {
    return (await logIn({ email: organization.staff.email, password }, loginContext)).kind;
  } catch (error) {
    if (error instanceof RateLimited) return "rate limited";
    const isFault = error instanceof DatabaseUnavailable && error.failure.kind !== "busy";
    if (error instanceof Unavailable && !isFault) return "busy";
    throw error;
  }
}

/** Lists the other organization's end-users again and again. @returns how many each answer had */
async function listOthersUntil(flood: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const ended = flood.then(() => {
    isOver = true;
  });
  const counts: number[] = [];
  while (!isOver) counts.push((await listEndUsers(actorOf(other.staff), {})).rows.length);
  await ended;
  return counts;
}

it.each([
  ["one address", () => "10.1.0.1"],
  ["as many addresses", (index: number) => `10.2.0.${index + 1}`],
])(
  "logs an account in or refuses it 200 times at once from %s, and serves others",
  async (_, addressOf) => {
    const flood = Promise.allSettled(
      Array.from({ length: LOGINS }, (_, index) => logInFrom(addressOf(index))),
    );
    const counts = await listOthersUntil(flood);
    const outcomes = await flood;
    const faults = outcomes.filter(({ status }) => status === "rejected");
    expect(faults).toEqual([]);
    const kinds = outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : ""));
    expect(kinds).toContain("logged-in");
    expect(kinds.filter((kind) => !["logged-in", "rate limited", "busy"].includes(kind))).toEqual(
      [],
    );
    // If the logins held every connection, a single call would take until they have ended.
    expect(counts.length).toBeGreaterThan(2);
    expect(new Set(counts)).toEqual(new Set([2]));
    const left = await owner.client`
    select state, wait_event_type, query from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
      and (state <> 'idle' or wait_event_type = 'Lock')`;
    expect(left).toEqual([]);
  },
  // 200 password hashes keep two slow cores busy for a while.
  150_000,
);
