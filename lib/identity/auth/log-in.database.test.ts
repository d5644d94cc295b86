import { createHash } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  auditEvents,
  organizations,
  outgoingMails,
  passwordResets,
  rateLimits,
  sessions,
  users,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { decrypt } from "@/lib/core/crypto/encryption";
import { database } from "@/lib/core/database";
import { Invalid, RateLimited } from "@/lib/core/errors";
import { viewInvitation } from "@/lib/team/members/view-invitation";
import {
  anonymousActor,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { endEverySession } from "./end-every-session";
import { findSession } from "./find-session";
import { logIn } from "./log-in";
import type { LoginContext } from "./login-context";
import { hashPassword } from "./password-hash";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword, viewPasswordReset } from "./reset-password";

/** The algorithm and cost of each verification, in order: what the time of an attempt is made of. */
const verifications = vi.hoisted((): string[] => []);
vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  const verify: typeof real.verify = (hashed, ...others) => {
    verifications.push(String(hashed).split("$").slice(0, 4).join("$"));
    return real.verify(hashed, ...others);
  };
  return { ...real, verify };
});

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const password = "quiet lantern orbits maple";
let passwordHash: string;
let organization: TestOrganization;
let doors = 0;

/** Each from its own address, so that the tests do not throttle one another. */
function loginContext(): LoginContext {
  doors++;
  return {
    requestId: "test-request",
    clientAddress: `10.0.${Math.floor(doors / 250)}.${doors % 250}`,
    userAgent: "Test",
  };
}

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  await owner.tables.delete(rateLimits);
  organization = await createOrganization(owner.tables, passwordHash);
});
afterAll(() => owner.client.end());

const logInAs = (email: string, tried = password, from = loginContext()) =>
  logIn({ email, password: tried }, from);

describe("logging in", () => {
  it("opens a session that the next request finds", async () => {
    const outcome = await logInAs(organization.staff.email.toUpperCase());
    if (outcome.kind !== "logged-in") throw new Error(outcome.kind);
    const viewer = await findSession(outcome.session.token, loginContext());
    expect(viewer?.actor).toMatchObject({
      kind: "member",
      role: "staff",
      userId: organization.staff.id,
    });
    const [event] = await owner.tables
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.actorId, organization.staff.id));
    expect(event).toMatchObject({ action: "session.started", actorKind: "member" });
  });

  it("refuses wrong password, unknown, suspended, invited and removed alike", async () => {
    const { admin, staff, endUser } = organization;
    await owner.tables.update(users).set({ status: "suspended" }).where(eq(users.id, admin.id));
    await owner.tables.update(users).set({ status: "invited" }).where(eq(users.id, staff.id));
    await owner.tables.update(users).set({ deletedAt: new Date() }).where(eq(users.id, endUser.id));
    for (const email of [admin.email, staff.email, endUser.email, "nobody@utility.example"]) {
      expect(await logInAs(email)).toEqual({ kind: "refused" });
    }
  });

  it("does the same work for known and unknown addresses, so that time tells nothing", async () => {
    const { admin, staff } = organization;
    await owner.tables.update(users).set({ status: "invited" }).where(eq(users.id, admin.id));
    const costs: string[][] = [];
    for (const email of [staff.email, admin.email, "nobody@utility.example"]) {
      verifications.length = 0;
      const start = performance.now();
      await logInAs(email, "not the password at all");
      // What is left of a difference is hidden below the time that every refusal is held back for.
      expect(performance.now() - start).toBeGreaterThanOrEqual(349);
      costs.push([...verifications]);
    }
    expect(costs[0]).toHaveLength(3);
    expect(new Set(costs.flat())).toEqual(new Set(["$argon2id$v=19$m=19456,t=2,p=1"]));
    expect(new Set(costs.map(({ length }) => length)).size).toBe(1);
  });

  it("writes a failed try into the log of the account's organization", async () => {
    await logInAs(organization.staff.email, "not the password at all");
    const events = await owner.tables
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.targetId, organization.staff.id));
    expect(events.map((event) => event.action)).toEqual(["session.failed"]);
  });

  it("asks people who are in two organizations which one is meant", async () => {
    const second = await createOrganization(owner.tables, passwordHash);
    const { email } = organization.staff;
    await owner.tables.update(users).set({ email }).where(eq(users.id, second.staff.id));
    const outcome = await logInAs(email);
    if (outcome.kind !== "choose") throw new Error(outcome.kind);
    expect(outcome.organizations.map(({ id }) => id).sort()).toEqual(
      [organization.id, second.id].sort(),
    );
    const chosen = await logIn({ email, password, organizationId: second.id }, loginContext());
    expect(chosen).toMatchObject({ kind: "logged-in", session: { organizationId: second.id } });
    const foreign = await createOrganization(owner.tables, passwordHash);
    expect(await logIn({ email, password, organizationId: foreign.id }, loginContext())).toEqual({
      kind: "refused",
    });
  });

  it("knows only its own people at an organization's host, and writes nothing into another's log", async () => {
    const second = await createOrganization(owner.tables, passwordHash);
    const { email } = organization.staff;
    await owner.tables.update(users).set({ email }).where(eq(users.id, second.staff.id));
    const atHost = { ...loginContext(), hostOrganizationId: second.id };
    expect(await logIn({ email, password }, atHost)).toMatchObject({
      kind: "logged-in",
      session: { organizationId: second.id },
    });
    await logIn({ email, password: "not the password at all" }, atHost);
    const events = await owner.tables
      .select({ organizationId: auditEvents.organizationId, action: auditEvents.action })
      .from(auditEvents)
      .where(inArray(auditEvents.organizationId, [organization.id, second.id]));
    expect(events).toEqual([
      { organizationId: second.id, action: "session.started" },
      { organizationId: second.id, action: "session.failed" },
    ]);
  });
});

describe("throttling", () => {
  it("stops guesses at one account from one address, many at once too, and says for how long", async () => {
    const from = loginContext();
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () =>
        logInAs(organization.staff.email, "a wrong guess of mine", from),
      ),
    );
    expect(tries.filter((result) => result.status === "fulfilled")).toHaveLength(5);
    const blocked = await logInAs(organization.staff.email, password, from).catch((error) => error);
    expect(blocked).toBeInstanceOf(RateLimited);
    expect(blocked.retryAfterSeconds).toBeGreaterThan(600);
    expect(blocked.retryAfterSeconds).toBeLessThanOrEqual(900);
  });

  it("leaves the owner at another address alone", async () => {
    const attacker = loginContext();
    for (let round = 0; round < 5; round++) {
      await logInAs(organization.staff.email, "a wrong guess of mine", attacker);
    }
    await expect(logInAs(organization.staff.email, password)).resolves.toMatchObject({
      kind: "logged-in",
    });
  });

  it("stops at a hundred failures of one account from a hundred addresses", async () => {
    await owner.client`
      insert into rate_limits (key, points, expire) select 'login-account:' || key, 100, now() + interval '1 hour'
      from (values (${hashOf(organization.staff.email)})) v(key)`;
    await expect(logInAs(organization.staff.email)).rejects.toBeInstanceOf(RateLimited);
  });

  it("keeps the way in for a network the account logged in from, with guesses from elsewhere", async () => {
    const home = loginContext();
    await logInAs(organization.staff.email, password, home);
    await owner.client`
      insert into rate_limits (key, points, expire) select 'login-account:' || key, 100, now() + interval '1 hour'
      from (values (${hashOf(organization.staff.email)})) v(key)`;
    await expect(logInAs(organization.staff.email)).rejects.toBeInstanceOf(RateLimited);
    expect(await logInAs(organization.staff.email, password, home)).toMatchObject({
      kind: "logged-in",
    });
  });

  it("refuses from memory once a limit is known to be used up, and gives the others back", async () => {
    const from = loginContext();
    for (let round = 0; round < 6; round++) {
      await logInAs(organization.staff.email, "a wrong guess of mine", from).catch(() => {});
    }
    const read = () => owner.client`select key, points from rate_limits order by key`;
    const before = await read();
    await expect(logInAs(organization.staff.email, password, from)).rejects.toBeInstanceOf(
      RateLimited,
    );
    expect(await read()).toEqual(before);
  });

  it("asks the database nothing for guesses from a line that used up its limit", async () => {
    const from = loginContext();
    for (let round = 0; round < 6; round++) {
      await logInAs(organization.staff.email, "a wrong guess of mine", from).catch(() => {});
    }
    const ask = vi.spyOn(database(), "outsideOrganizations");
    await expect(logInAs(organization.staff.email, password, from)).rejects.toBeInstanceOf(
      RateLimited,
    );
    expect(ask).not.toHaveBeenCalled();
    ask.mockRestore();
  });

  it("counts all addresses of an IPv6 network together", async () => {
    const network = `2001:db8:${organization.mark.slice(0, 4)}:1`;
    const from = (host: number) => ({ ...loginContext(), clientAddress: `${network}::${host}` });
    for (let host = 1; host <= 5; host++) {
      await logInAs(organization.staff.email, "a wrong guess of mine", from(host));
    }
    await expect(
      logInAs(organization.staff.email, "a wrong guess of mine", from(6)),
    ).rejects.toBeInstanceOf(RateLimited);
  });

  it("writes a failed try down after the answer where that is asked for", async () => {
    const deferred: (() => Promise<void>)[] = [];
    const outcome = await logIn(
      { email: organization.staff.email, password: "not the password at all" },
      loginContext(),
      (task) => {
        deferred.push(task);
      },
    );
    expect(outcome).toEqual({ kind: "refused" });
    const failures = () =>
      owner.tables.$count(auditEvents, eq(auditEvents.targetId, organization.staff.id));
    expect(await failures()).toBe(0);
    for (const task of deferred) await task();
    expect(await failures()).toBe(1);
  });

  it("starts afresh with a right password", async () => {
    const from = loginContext();
    for (let round = 0; round < 4; round++) {
      await logInAs(organization.staff.email, "a wrong guess of mine", from);
    }
    await logInAs(organization.staff.email, password, from);
    for (let round = 0; round < 4; round++) {
      expect(await logInAs(organization.staff.email, "a wrong guess of mine", from)).toEqual({
        kind: "refused",
      });
    }
  });

  it("keeps no address in readable form", async () => {
    await logInAs(organization.staff.email, "a wrong guess of mine");
    const rows =
      await owner.client`select 1 from rate_limits where key like ${`%${organization.staff.email}%`}`;
    expect(rows).toHaveLength(0);
  });
});

describe("a session", () => {
  const isOpen = async (token = organization.staff.sessionToken) =>
    (await findSession(token, loginContext())) !== undefined;
  const change = (values: Partial<typeof sessions.$inferInsert>) =>
    owner.tables.update(sessions).set(values).where(eq(sessions.id, organization.staff.sessionId));

  it("ends when idle too long, when too old, and when revoked", async () => {
    expect(await isOpen()).toBe(true);
    await change({ lastSeenAt: new Date(Date.now() - 61 * 60_000) });
    expect(await isOpen()).toBe(false);
    await change({ lastSeenAt: new Date(), expiresAt: new Date(Date.now() - 1000) });
    expect(await isOpen()).toBe(false);
    await change({ expiresAt: new Date(Date.now() + 60_000), revokedAt: new Date() });
    expect(await isOpen()).toBe(false);
  });

  it("follows the organization's own limit of idleness", async () => {
    await change({ lastSeenAt: new Date(Date.now() - 20 * 60_000) });
    await owner.tables
      .update(organizations)
      .set({ sessionIdleMinutes: 15 })
      .where(eq(organizations.id, organization.id));
    expect(await isOpen()).toBe(false);
  });

  it("is kept alive by use", async () => {
    await change({ lastSeenAt: new Date(Date.now() - 50 * 60_000) });
    expect(await isOpen()).toBe(true);
    const [row] = await owner.tables
      .select()
      .from(sessions)
      .where(eq(sessions.id, organization.staff.sessionId));
    expect(Date.now() - (row?.lastSeenAt.getTime() ?? 0)).toBeLessThan(10_000);
  });

  it("belongs to its organization", async () => {
    const other = await createOrganization(owner.tables);
    const [, secret] = organization.staff.sessionToken.split(".");
    expect(await isOpen(`${other.id}.${secret}`)).toBe(false);
  });

  it("is stored as a hash that opens nothing", async () => {
    const outcome = await logInAs(organization.staff.email);
    if (outcome.kind !== "logged-in") throw new Error(outcome.kind);
    const { organizationId, sessionId, token } = outcome.session;
    const [row] = await owner.tables.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(JSON.stringify(row)).not.toContain(token.split(".")[1]);
    const hash = row?.tokenHash?.toString("base64url") ?? "";
    expect(await isOpen(`${organizationId}.${hash}`)).toBe(false);
  });

  it("of the release before, which has no token, opens nothing", async () => {
    await change({ tokenHash: null });
    expect(await isOpen()).toBe(false);
  });

  it("opens nothing by a token with a changed character, by an id or by nothing", async () => {
    const { sessionId, sessionToken } = organization.staff;
    const last = sessionToken.endsWith("A") ? "Q" : "A";
    for (const token of [`${sessionToken.slice(0, -1)}${last}`, sessionId, "", "undefined"]) {
      expect(await isOpen(token)).toBe(false);
    }
  });

  it("ends with all others when the operator ends them, and is audited", async () => {
    const system = systemActor(organization.id, "test");
    expect(await endEverySession(system, {})).toEqual({ ended: 4 });
    expect(await isOpen()).toBe(false);
    expect(await endEverySession(system, {})).toEqual({ ended: 0 });
    const events = await owner.tables
      .select({ action: auditEvents.action, target: auditEvents.targetId })
      .from(auditEvents)
      .where(eq(auditEvents.organizationId, organization.id));
    expect(events).toEqual([{ action: "session.ended", target: organization.id }]);
  });

  it("ends with the account", async () => {
    await owner.tables
      .update(users)
      .set({ status: "suspended" })
      .where(eq(users.id, organization.staff.id));
    expect(await isOpen()).toBe(false);
  });
});

it.each([
  ["nothing", {}],
  ["a list in place of the address", { email: ["a@utility.example"], password: "a" }],
  [
    "an organization that is no id",
    { email: "a@utility.example", password: "a", organizationId: "1" },
  ],
])("refuses %s as invalid when logging in", async (_, input) => {
  await expect(logIn(input, loginContext())).rejects.toBeInstanceOf(Invalid);
});

it.each([
  ["nothing", {}],
  ["no address", { email: "nobody" }],
  ["a list in place of the address", { email: ["a@utility.example"] }],
])("refuses %s as invalid when a reset of the password is asked for", async (_, input) => {
  await expect(requestPasswordReset(input, loginContext())).rejects.toBeInstanceOf(Invalid);
});

describe("a forgotten password", () => {
  async function resetToken() {
    await requestPasswordReset({ email: organization.staff.email }, loginContext());
    const mails = await owner.tables
      .select()
      .from(outgoingMails)
      .where(eq(outgoingMails.userId, organization.staff.id))
      .orderBy(sql`id desc`);
    const sealed = mails[0]?.encryptedSecret;
    if (!sealed) throw new Error("No mail was queued.");
    return decrypt(sealed, organization.staff.id);
  }
  const anonymous = () => anonymousActor(organization.id);
  const next = "seven paper boats drifting";

  it("is set once by the mailed link, and ends all sessions", async () => {
    const token = await resetToken();
    for (let look = 0; look < 3; look++) {
      expect(await viewPasswordReset(anonymous(), { token })).toMatchObject({
        email: organization.staff.email,
      });
    }
    await resetPassword(anonymous(), { token, password: next });
    const open = await owner.client`
      select 1 from sessions where user_id = ${organization.staff.id} and revoked_at is null`;
    expect(open).toHaveLength(0);
    expect(await logInAs(organization.staff.email)).toEqual({ kind: "refused" });
    expect(await logInAs(organization.staff.email, next)).toMatchObject({ kind: "logged-in" });
    await expect(resetPassword(anonymous(), { token, password: next })).rejects.toMatchObject({
      problem: "linkSpent",
    });
  });

  it("is set by exactly one of many tries at once", async () => {
    const token = await resetToken();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => resetPassword(anonymous(), { token, password: next })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("has links that die after thirty minutes and with a newer one", async () => {
    const first = await resetToken();
    const second = await resetToken();
    expect(await viewPasswordReset(anonymous(), { token: first })).toBeUndefined();
    const [row] = await owner.tables
      .select()
      .from(passwordResets)
      .where(eq(passwordResets.userId, organization.staff.id))
      .orderBy(sql`id desc`);
    expect(Math.round(((row?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000)).toBe(30);
    await owner.tables.update(passwordResets).set({ expiresAt: new Date(Date.now() - 1000) });
    expect(await viewPasswordReset(anonymous(), { token: second })).toBeUndefined();
    await expect(
      resetPassword(anonymous(), { token: second, password: next }),
    ).rejects.toMatchObject({
      problem: "linkSpent",
    });
  });

  it("survives a weak choice: the link stays good", async () => {
    const token = await resetToken();
    await expect(
      resetPassword(anonymous(), { token, password: "passwordpassword" }),
    ).rejects.toMatchObject({
      fields: { password: "passwordCommon" },
    });
    expect(await viewPasswordReset(anonymous(), { token })).toBeDefined();
  });

  it("tells nobody whether an address has an account, and sends nothing where it has none", async () => {
    await expect(
      requestPasswordReset({ email: "nobody@utility.example" }, loginContext()),
    ).resolves.toBeUndefined();
    const mails =
      await owner.client`select 1 from outgoing_mails where recipient = 'nobody@utility.example'`;
    expect(mails).toHaveLength(0);
  });

  it("is written to after the answer where that is asked for, so that time tells nothing", async () => {
    const deferred: (() => Promise<void>)[] = [];
    await requestPasswordReset({ email: organization.staff.email }, loginContext(), (task) => {
      deferred.push(task);
    });
    const mails = () =>
      owner.tables.$count(outgoingMails, eq(outgoingMails.userId, organization.staff.id));
    expect(await mails()).toBe(0);
    for (const task of deferred) await task();
    expect(await mails()).toBe(1);
  });

  it("serves no link of another purpose or organization", async () => {
    const token = await resetToken();
    const other = await createOrganization(owner.tables);
    expect(await viewPasswordReset(anonymousActor(other.id), { token })).toBeUndefined();
    expect(await viewInvitation(anonymous(), { token })).toEqual({ kind: "unknown" });
  });
});

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
