import { desc, eq } from "drizzle-orm";
import { generate } from "otplib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  auditEvents,
  organizations,
  outgoingMails,
  recoveryCodes,
  secondFactors,
  sessions,
} from "@/db/schema";
import type { Member } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { decrypt } from "@/lib/core/crypto/encryption";
import { removeMember } from "@/lib/team/members/remove-member";
import { resetSecondFactor } from "@/lib/team/members/reset-second-factor";
import {
  actorOf,
  anonymousActor,
  createOrganization,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { addAuthenticator } from "@/testing/records/team";
import { createVirtualAuthenticator } from "@/testing/virtual-authenticator";
import { findSession } from "../auth/find-session";
import { logIn } from "../auth/log-in";
import { hashPassword } from "../auth/password-hash";
import { requestPasswordReset } from "../auth/request-password-reset";
import { resetPassword } from "../auth/reset-password";
import { completeLogIn } from "./complete-log-in";
import { addPasskey, offerPasskey, offerPasskeyProof } from "./own-passkeys";
import {
  addTotp,
  getOwnSecondFactors,
  offerTotp,
  removeSecondFactor,
  replaceRecoveryCodes,
} from "./own-second-factors";
import { offerPasskeyLogIn } from "./prove-second-factor";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const password = "quiet lantern orbits maple";
let passwordHash: string;
let organization: TestOrganization;
let staff: TestPerson;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  organization = await createOrganization(owner.tables, passwordHash);
  staff = organization.staff;
});
afterEach(() => holdClock());
afterAll(() => owner.client.end());

const loginContext = { requestId: "test", clientAddress: undefined, userAgent: undefined };

async function logInHalf() {
  const outcome = await logIn(
    { email: staff.email, password },
    { ...loginContext, clientAddress: staff.id },
  );
  if (outcome.kind !== "logged-in") throw new Error("The password was not taken.");
  return outcome.session;
}

const isOpen = async (session: Awaited<ReturnType<typeof logInHalf>>) =>
  (await findSession(session.token, loginContext)) !== undefined;

async function setUp() {
  const { secret, sealed } = await offerTotp(actorOf(staff), {});
  const code = await generate({ secret });
  const { recoveryCodes: codes } = await addTotp(actorOf(staff), { sealed, name: "Phone", code });
  return { secret, code, codes };
}

/** A code of the next half minute, since each serves once. */
async function nextCode(secret: string): Promise<string> {
  const later = new Date(Date.now() + 30_000);
  holdClock(later);
  return generate({ secret, epoch: Math.floor(later.getTime() / 1000) });
}

describe("an authenticator app", () => {
  it("is added by one of its codes only, with ten recovery codes the first time", async () => {
    const { sealed } = await offerTotp(actorOf(staff), {});
    await expect(
      addTotp(actorOf(staff), { sealed, name: "Phone", code: "000000" }),
    ).rejects.toMatchObject({ fields: { code: "secondFactorCode" } });
    expect(
      await owner.tables.select().from(secondFactors).where(eq(secondFactors.userId, staff.id)),
    ).toEqual([]);
    const { codes } = await setUp();
    expect(codes).toHaveLength(10);
    const second = await setUp();
    expect(second.codes).toEqual([]);
    const own = await getOwnSecondFactors(actorOf(staff), {});
    expect(own).toMatchObject({
      recoveryCodesLeft: 10,
      factors: [{ name: "Phone" }, { name: "Phone" }],
    });
  });

  it("gives recovery codes of more than 112 bits", async () => {
    const { codes } = await setUp();
    for (const code of codes) expect(code).toMatch(/^([2-9a-hjkmnp-z]{4}-){5}[2-9a-hjkmnp-z]{4}$/);
    expect(new Set(codes).size).toBe(10);
  });

  it("keeps neither its secret nor a recovery code in readable form", async () => {
    const { secret, codes } = await setUp();
    const [factor] = await owner.tables
      .select()
      .from(secondFactors)
      .where(eq(secondFactors.userId, staff.id));
    expect(factor?.encryptedSecret?.toString("latin1")).not.toContain(secret);
    const kept = await owner.tables
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, staff.id));
    const text = JSON.stringify(kept.map((row) => row.codeHash.toString("latin1")));
    for (const code of codes) expect(text).not.toContain(code.replaceAll("-", ""));
  });

  it("takes no offer that was made to somebody else", async () => {
    const { secret, sealed } = await offerTotp(actorOf(organization.admin), {});
    const code = await generate({ secret });
    await expect(addTotp(actorOf(staff), { sealed, name: "Phone", code })).rejects.toMatchObject({
      problem: "totpOfferExpired",
    });
  });
});

describe("a login with a second factor", () => {
  it("opens nothing before the code, and everything after it", async () => {
    const { secret } = await setUp();
    const session = await logInHalf();
    expect(session.awaitsSecondFactor).toBe(true);
    expect(await isOpen(session)).toBe(false);
    await completeLogIn(session, await nextCode(secret), loginContext);
    expect(await isOpen(session)).toBe(true);
  });

  it("takes each code once, also of many tries at once", async () => {
    const { secret, code } = await setUp();
    const first = await logInHalf();
    await expect(completeLogIn(first, code, loginContext)).rejects.toMatchObject({
      name: "Invalid",
    });
    const fresh = await nextCode(secret);
    const halves = await Promise.all([logInHalf(), logInHalf(), logInHalf()]);
    const tries = await Promise.allSettled(
      halves.map((half) => completeLogIn(half, fresh, loginContext)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes a recovery code once, however it is typed", async () => {
    const { codes } = await setUp();
    const code = (codes[3] ?? "").toUpperCase().replaceAll("-", " ");
    const session = await logInHalf();
    await completeLogIn(session, code, loginContext);
    expect(await isOpen(session)).toBe(true);
    await expect(completeLogIn(await logInHalf(), code, loginContext)).rejects.toMatchObject({
      name: "Invalid",
    });
  });

  it("is still asked for after a forgotten password was reset", async () => {
    await setUp();
    await requestPasswordReset({ email: staff.email }, loginContext);
    const [mail] = await owner.tables
      .select()
      .from(outgoingMails)
      .where(eq(outgoingMails.userId, staff.id))
      .orderBy(desc(outgoingMails.id));
    if (!mail?.encryptedSecret) throw new Error("No mail was queued.");
    const token = decrypt(mail.encryptedSecret, staff.id);
    const next = "seven paper boats drifting";
    await resetPassword(anonymousActor(organization.id), { token, password: next });
    const outcome = await logIn(
      { email: staff.email, password: next },
      { ...loginContext, clientAddress: staff.id },
    );
    expect(outcome).toMatchObject({ kind: "logged-in", session: { awaitsSecondFactor: true } });
  });

  it("stops guesses, and writes them down", async () => {
    await setUp();
    const session = await logInHalf();
    for (let guess = 0; guess < 10; guess++) {
      await expect(completeLogIn(session, `00000${guess}`, loginContext)).rejects.toMatchObject({
        name: "Invalid",
      });
    }
    await expect(completeLogIn(session, "000000", loginContext)).rejects.toMatchObject({
      name: "RateLimited",
    });
    const failed = await owner.tables
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.targetId, staff.id));
    expect(failed.filter(({ action }) => action === "session.failed")).toHaveLength(10);
  });

  it("asks for the password again after ten minutes", async () => {
    const { secret } = await setUp();
    const session = await logInHalf();
    await owner.tables
      .update(sessions)
      .set({ createdAt: new Date(Date.now() - 11 * 60_000) })
      .where(eq(sessions.id, session.sessionId));
    const late = completeLogIn(session, await nextCode(secret), loginContext);
    await expect(late).rejects.toMatchObject({ problem: "secondFactorTooLate" });
  });

  it("takes no code of another person's app", async () => {
    await setUp();
    const others = await addAuthenticator(organization.admin, owner.tables);
    const stolen = completeLogIn(await logInHalf(), await nextCode(others), loginContext);
    await expect(stolen).rejects.toMatchObject({ name: "Invalid" });
  });
});

describe("a passkey", () => {
  const origin = "http://localhost:3000";

  async function addOne(authenticator = createVirtualAuthenticator(origin)) {
    const { options } = await offerPasskey(actorOf(staff), {});
    const answer = authenticator.register(options.challenge);
    await addPasskey(actorOf(staff), { answer, name: "Laptop" });
    return { authenticator, answer };
  }

  const challengeAt = async (session: Awaited<ReturnType<typeof logInHalf>>) =>
    (
      await offerPasskeyLogIn(anonymousActor(organization.id), {
        sessionId: session.sessionId,
        userId: session.userId,
      })
    ).options.challenge;

  it("is added with recovery codes, and opens a login", async () => {
    const { authenticator } = await addOne();
    const session = await logInHalf();
    expect(session.awaitsSecondFactor).toBe(true);
    const proof = authenticator.prove(await challengeAt(session));
    await completeLogIn(session, proof, loginContext);
    expect(await isOpen(session)).toBe(true);
    expect((await getOwnSecondFactors(actorOf(staff), {})).recoveryCodesLeft).toBe(10);
  });

  it("answers a challenge once, and only in its session", async () => {
    const { authenticator, answer } = await addOne();
    await expect(addPasskey(actorOf(staff), { answer, name: "Again" })).rejects.toMatchObject({
      fields: { code: "passkeyRefused" },
    });
    const first = await logInHalf();
    const second = await logInHalf();
    const proof = authenticator.prove(await challengeAt(first));
    await challengeAt(second);
    await expect(completeLogIn(second, proof, loginContext)).rejects.toMatchObject({
      name: "Invalid",
    });
    await completeLogIn(first, proof, loginContext);
    await expect(completeLogIn(first, proof, loginContext)).rejects.toThrow();
  });

  it("of another person, of another site, or copied, is refused", async () => {
    const { authenticator } = await addOne();
    const refusal = async (prove: (challenge: string) => string) => {
      const session = await logInHalf();
      const proof = prove(await challengeAt(session));
      await expect(completeLogIn(session, proof, loginContext)).rejects.toMatchObject({
        name: "Invalid",
      });
    };
    await refusal(createVirtualAuthenticator(origin).prove);
    const { options } = await offerPasskey(actorOf(staff), {});
    const phished = createVirtualAuthenticator("https://evil.example").register(options.challenge);
    await expect(addPasskey(actorOf(staff), { answer: phished, name: "X" })).rejects.toThrow();
    const session = await logInHalf();
    await completeLogIn(session, authenticator.prove(await challengeAt(session)), loginContext);
    authenticator.rewind();
    await refusal(authenticator.prove);
    await refusal(() => "{}");
    await refusal(() => "{not json");
  });

  it("proves who acts, before what is grave", async () => {
    const { authenticator } = await addOne();
    await owner.tables
      .update(sessions)
      .set({ provenAt: new Date(0) })
      .where(eq(sessions.id, staff.sessionId));
    await expect(replaceRecoveryCodes(actorOf(staff), {})).rejects.toMatchObject({
      asks: "code",
      hasPasskey: true,
    });
    const { options } = await offerPasskeyProof(actorOf(staff), {});
    const identityProof = authenticator.prove(options.challenge);
    await replaceRecoveryCodes({ ...actorOf(staff), identityProof }, {});
  });
});

describe("an organization that asks for a second factor", () => {
  const askFor = (secondFactorRule: "optional" | "admins" | "team") =>
    owner.tables
      .update(organizations)
      .set({ secondFactorRule })
      .where(eq(organizations.id, organization.id));
  const roleOf = async (person: TestPerson) =>
    (await findSession(person.sessionToken, loginContext))?.actor.role;

  it("leaves members without one nothing but their own account, from the next request on", async () => {
    await askFor("admins");
    expect(await roleOf(organization.admin)).toBe("restricted");
    expect(await roleOf(staff)).toBe("staff");
    await askFor("team");
    expect(await roleOf(staff)).toBe("restricted");
    expect(await roleOf(organization.endUser)).toBe("user");
    await setUp();
    expect(await roleOf(staff)).toBe("staff");
  });

  it("does not let the last one be removed", async () => {
    await setUp();
    await askFor("team");
    const { factors } = await getOwnSecondFactors(actorOf(staff), {});
    const factorId = factors[0]?.id ?? "";
    await expect(removeSecondFactor(actorOf(staff), { factorId })).rejects.toMatchObject({
      problem: "secondFactorRequired",
    });
    await askFor("optional");
    await removeSecondFactor(actorOf(staff), { factorId });
    expect(await getOwnSecondFactors(actorOf(staff), {})).toMatchObject({
      factors: [],
      recoveryCodesLeft: 0,
    });
  });
});

describe("what is grave", () => {
  const grow = (person: TestPerson) =>
    owner.tables
      .update(sessions)
      .set({ provenAt: new Date(Date.now() - 11 * 60_000) })
      .where(eq(sessions.id, person.sessionId));
  const remove = (identityProof?: string) =>
    removeMember(
      { ...(actorOf(organization.admin) as Member), identityProof },
      { id: staff.id, reason: "Has left" },
    );

  it("asks for the password of members without a second factor, and takes it for ten minutes", async () => {
    await grow(organization.admin);
    await expect(remove()).rejects.toMatchObject({ asks: "password", wasWrong: false });
    await expect(remove("something else")).rejects.toMatchObject({
      asks: "password",
      wasWrong: true,
    });
    await remove(password);
    const [session] = await owner.tables
      .select()
      .from(sessions)
      .where(eq(sessions.id, organization.admin.sessionId));
    expect(Date.now() - (session?.provenAt.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it("asks for the second factor of members who have one, and no longer takes the password", async () => {
    const secret = await addAuthenticator(organization.admin, owner.tables);
    await grow(organization.admin);
    await expect(remove(password)).rejects.toMatchObject({ asks: "code", wasWrong: true });
    await remove(await generate({ secret }));
  });

  it("stops guesses at the proof", async () => {
    await grow(organization.admin);
    for (let guess = 0; guess < 10; guess++)
      await expect(remove("guess")).rejects.toThrow("proven");
    await expect(remove(password)).rejects.toMatchObject({ name: "RateLimited" });
  });

  it("is done at once after a fresh login", async () => {
    await remove();
  });
});

describe("a lost telephone", () => {
  it("is made good by an admin: all factors go, sessions end, the member is told", async () => {
    const { codes } = await setUp();
    await resetSecondFactor(actorOf(organization.admin), {
      id: staff.id,
      reason: "Called back on the known number",
    });
    const session = await logInHalf();
    expect(session.awaitsSecondFactor).toBe(false);
    await expect(completeLogIn(session, codes[0] ?? "", loginContext)).rejects.toThrow();
    const [old] = await owner.tables
      .select()
      .from(sessions)
      .where(eq(sessions.id, staff.sessionId));
    expect(old?.revokedReason).toBe("second_factor_reset");
  });

  it("has new recovery codes made, the old ones void", async () => {
    const { codes } = await setUp();
    const { recoveryCodes: fresh } = await replaceRecoveryCodes(actorOf(staff), {});
    await expect(completeLogIn(await logInHalf(), codes[0] ?? "", loginContext)).rejects.toThrow();
    await completeLogIn(await logInHalf(), fresh[0] ?? "", loginContext);
  });
});
