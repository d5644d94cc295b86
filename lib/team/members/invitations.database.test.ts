import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import {
  auditDetails,
  auditEvents,
  invitations,
  organizations,
  outgoingMails,
  roleAssignments,
  users,
} from "@/db/schema";
import { Conflict, Invalid } from "@/lib/core/errors";
import { createTenantToken } from "@/lib/identity/auth/tenant-token";
import {
  actorOf,
  anonymousActor,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { inviteSomebody } from "@/testing/records/team";
import { acceptInvitation } from "./accept-invitation";
import { inviteTeamMember } from "./invite-team-member";
import { removeMember } from "./remove-member";
import { correctInvitationAddress, resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";
import { viewInvitation } from "./view-invitation";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => owner.client.end());

const colleague = {
  email: "colleague@utility.example",
  firstName: "New",
  lastName: "Colleague",
  role: "staff" as const,
  reason: "Joins the support team",
};

const acceptance = {
  password: "quiet lantern orbits maple",
  firstName: "New",
  lastName: "Colleague",
  phone: "+43 660 1234567",
  language: "de",
  timeZone: "Europe/Vienna",
  terms: "on" as const,
};

async function invited() {
  const organization = await createOrganization(owner.tables);
  const admin = actorOf(organization.admin);
  const anonymous = anonymousActor(organization.id);
  const { id, link } = await inviteTeamMember(admin, colleague);
  return { organization, admin, anonymous, id, token: tokenOf(link) };
}

const tokenOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);

const stateOf = async (organizationId: string, token: string) =>
  (await viewInvitation(anonymousActor(organizationId), { token })).kind;

describe("inviting", () => {
  it("writes account, role with reason, invitation, mail and audit event together", async () => {
    const { organization, id } = await invited();
    const [member] = await owner.tables.select().from(users).where(eq(users.id, id));
    expect(member).toMatchObject({ status: "invited", role: "staff", email: colleague.email });
    const [mail] = await owner.tables
      .select()
      .from(outgoingMails)
      .where(eq(outgoingMails.userId, id));
    expect(mail).toMatchObject({ state: "queued", template: "invitation" });
    const [event] = await owner.tables
      .select()
      .from(auditEvents)
      .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
      .where(eq(auditEvents.targetId, id));
    expect(event?.audit_events.action).toBe("invitation.created");
    expect(event?.audit_details.reason).toBe(colleague.reason);
    const jobs = await owner.client`
      select 1 from graphile_worker.jobs where key = ${mail?.id ?? ""}`;
    expect(jobs).toHaveLength(1);
    expect(organization.id).toBe(member?.organizationId);
  });

  it("leaves nothing behind when it is refused", async () => {
    const { organization, admin } = await invited();
    const again = inviteTeamMember(admin, { ...colleague, email: colleague.email.toUpperCase() });
    await expect(again).rejects.toMatchObject({ fields: { email: "emailTaken" } });
    const events = await owner.tables
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.organizationId, organization.id));
    expect(events.filter((event) => event.action === "invitation.created")).toHaveLength(1);
  });

  it("keeps to the organization's e-mail domains", async () => {
    const { organization, admin } = await invited();
    await owner.tables
      .update(organizations)
      .set({ allowedEmailDomains: ["utility.example"] })
      .where(eq(organizations.id, organization.id));
    const foreign = inviteTeamMember(admin, { ...colleague, email: "x@elsewhere.example" });
    await expect(foreign).rejects.toMatchObject({
      fields: { email: "emailDomain:utility.example" },
    });
    const lookalike = inviteTeamMember(admin, { ...colleague, email: "x@not-utility.example" });
    await expect(lookalike).rejects.toBeInstanceOf(Invalid);
    await inviteTeamMember(admin, { ...colleague, email: "y@UTILITY.example" });
  });

  it("tells the languages of the invitee and the organization apart", async () => {
    const { organization, anonymous, id, token } = await invited();
    await owner.tables
      .update(organizations)
      .set({ defaultLanguage: "de" })
      .where(eq(organizations.id, organization.id));
    const languages = async () => {
      const { language, defaultLanguage } = {
        language: undefined,
        defaultLanguage: undefined,
        ...(await viewInvitation(anonymous, { token })),
      };
      return [language, defaultLanguage];
    };
    expect(await languages()).toEqual([null, "de"]);
    await owner.tables.update(users).set({ language: "en" }).where(eq(users.id, id));
    expect(await languages()).toEqual(["en", "de"]);
  });

  it("frees the address of a removed member", async () => {
    const { admin, id } = await invited();
    await removeMember(admin, { id, reason: colleague.reason });
    await expect(inviteTeamMember(admin, colleague)).resolves.toBeDefined();
  });

  it("invites again after a withdrawn invitation, with what is typed now", async () => {
    const { organization, admin, anonymous, id, token } = await invited();
    await revokeInvitation(admin, { id });
    const again = await inviteTeamMember(admin, {
      ...colleague,
      email: colleague.email.toUpperCase(),
      lastName: "Newly-Married",
      role: "admin",
      reason: "Leads the team after all",
    });
    expect(again.id).toBe(id);
    expect(await stateOf(organization.id, token)).toBe("revoked");
    expect(await stateOf(organization.id, tokenOf(again.link))).toBe("open");
    const assigned = await owner.tables
      .select({ role: roleAssignments.role, reason: roleAssignments.reason })
      .from(roleAssignments)
      .where(eq(roleAssignments.userId, id))
      .orderBy(roleAssignments.createdAt);
    expect(assigned).toEqual([
      { role: "staff", reason: colleague.reason },
      { role: "admin", reason: "Leads the team after all" },
    ]);
    await acceptInvitation(anonymous, { ...acceptance, token: tokenOf(again.link) });
    const [member] = await owner.tables.select().from(users).where(eq(users.id, id));
    expect(member).toMatchObject({ status: "active", role: "admin" });
    await expect(inviteTeamMember(admin, colleague)).rejects.toMatchObject({
      fields: { email: "emailTaken" },
    });
  });

  it("invites again after an invitation that has expired, or ended with the person's access", async () => {
    const { organization, admin, id } = await invited();
    const past = new Date(Date.now() - 1000);
    await owner.tables
      .update(invitations)
      .set({ expiresAt: past })
      .where(eq(invitations.userId, id));
    await owner.tables
      .update(users)
      .set({ accessEndsAt: past, accessEndedAt: past, externalUserId: "HR-7" })
      .where(eq(users.id, id));
    const again = await inviteTeamMember(admin, colleague);
    expect(await stateOf(organization.id, tokenOf(again.link))).toBe("open");
    const [member] = await owner.tables.select().from(users).where(eq(users.id, id));
    expect(member).toMatchObject({
      externalUserId: "HR-7",
      accessEndsAt: null,
      accessEndedAt: null,
    });
  });

  it("keeps no token in readable form anywhere in the database", async () => {
    const { token } = await invited();
    const secret = token.split(".")[1] ?? "";
    const tables = await owner.client<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'graphile_worker')`;
    for (const { name } of tables) {
      // Bytes are shown in hexadecimal.
      const rows = await owner.client.unsafe(
        `select 1 from ${name} t where t::text like $1 or t::text like $2`,
        [`%${secret}%`, `%${Buffer.from(secret).toString("hex")}%`],
      );
      expect(rows, name).toHaveLength(0);
    }
  });

  it("sends at most 100 invitations an hour for an organization", async () => {
    const { organization, admin, id } = await invited();
    await owner.tables.insert(invitations).values(
      Array.from({ length: 99 }, () => ({
        organizationId: organization.id,
        userId: organization.staff.id,
        tokenHash: createTenantToken(organization.id).tokenHash,
        expiresAt: new Date(),
        revokedAt: new Date(),
      })),
    );
    await expect(resendInvitation(admin, { id })).rejects.toMatchObject({
      problem: "invitationLimit",
    });
  });
});

describe("a link", () => {
  it("can be looked at as often as anybody likes", async () => {
    const { organization, anonymous, token } = await invited();
    for (let look = 0; look < 5; look++) expect(await stateOf(organization.id, token)).toBe("open");
    await expect(acceptInvitation(anonymous, { ...acceptance, token })).resolves.toBeDefined();
  });

  it("says accepted, revoked, expired or nothing once it is dead", async () => {
    const first = await invited();
    await acceptInvitation(first.anonymous, { ...acceptance, token: first.token });
    expect(await stateOf(first.organization.id, first.token)).toBe("accepted");

    const second = await invited();
    await revokeInvitation(second.admin, { id: second.id });
    expect(await stateOf(second.organization.id, second.token)).toBe("revoked");

    const third = await invited();
    await owner.tables
      .update(invitations)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(invitations.userId, third.id));
    expect(await stateOf(third.organization.id, third.token)).toBe("expired");
    for (const { anonymous, token } of [first, second, third]) {
      await expect(acceptInvitation(anonymous, { ...acceptance, token })).rejects.toBeInstanceOf(
        Conflict,
      );
    }

    const unknown = createTenantToken(third.organization.id).token;
    expect(await stateOf(third.organization.id, unknown)).toBe("unknown");
    expect(await stateOf(first.organization.id, third.token)).toBe("unknown");
  });

  it("dies when it is sent again, also from expired, and the new one lives seven days", async () => {
    const { organization, admin, anonymous, id, token } = await invited();
    await owner.tables
      .update(invitations)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(invitations.userId, id));
    const { link } = await resendInvitation(admin, { id });
    expect(await stateOf(organization.id, token)).toBe("revoked");
    await expect(acceptInvitation(anonymous, { ...acceptance, token })).rejects.toBeInstanceOf(
      Conflict,
    );
    const [open] = await owner.tables
      .select()
      .from(invitations)
      .where(and(eq(invitations.userId, id), eq(invitations.tokenHash, hashOf(link))));
    const days = ((open?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    await expect(
      acceptInvitation(anonymous, { ...acceptance, token: tokenOf(link) }),
    ).resolves.toBeDefined();
    await expect(resendInvitation(admin, { id })).rejects.toMatchObject({
      problem: "alreadyAccepted",
    });
  });

  it("to a wrong address dies with the correction, its waiting mail included", async () => {
    const { organization, admin, id, token } = await invited();
    const email = "right@utility.example";
    await correctInvitationAddress(admin, { id, email });
    expect(await stateOf(organization.id, token)).toBe("revoked");
    const mails = await owner.tables
      .select()
      .from(outgoingMails)
      .where(eq(outgoingMails.userId, id));
    expect(
      mails.map((mail) => [mail.recipient, mail.state, mail.encryptedSecret !== null]).sort(),
    ).toEqual([
      [colleague.email, "cancelled", false],
      [email, "queued", true],
    ]);
  });
});

describe("accepting", () => {
  it("takes role and organization from the invitation alone", async () => {
    const { organization, anonymous, id, token } = await invited();
    const greedy = { ...acceptance, token, role: "admin", organizationId: "x", status: "admin" };
    await acceptInvitation(anonymous, greedy);
    const [member] = await owner.tables.select().from(users).where(eq(users.id, id));
    expect(member).toMatchObject({
      role: "staff",
      status: "active",
      organizationId: organization.id,
      email: colleague.email,
      language: "de",
      phone: "+43 660 1234567",
      termsVersion: "2026-11",
    });
    expect(member?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("does not spend the invitation on a weak password or a missing field", async () => {
    const { organization, anonymous, token } = await invited();
    const weak = acceptInvitation(anonymous, {
      ...acceptance,
      token,
      password: "colleague-utility-colleague",
    });
    await expect(weak).rejects.toMatchObject({ fields: { password: "passwordAboutYou" } });
    const unsigned = acceptInvitation.from(anonymous, { ...acceptance, token, terms: undefined });
    await expect(unsigned).rejects.toMatchObject({ fields: { terms: "terms" } });
    expect(await stateOf(organization.id, token)).toBe("open");
  });

  const roundsPerOrganization = 5;

  async function race(organization: TestOrganization): Promise<void> {
    for (let round = 0; round < roundsPerOrganization; round++) {
      const { id, token } = await inviteSomebody(organization, owner.tables);
      const results = await Promise.allSettled(
        Array.from({ length: 50 }, () =>
          acceptInvitation(anonymousActor(organization.id), { ...acceptance, token }),
        ),
      );
      const won = results.filter((result) => result.status === "fulfilled");
      expect(won).toHaveLength(1);
      const events = await owner.tables
        .select({ action: auditEvents.action })
        .from(auditEvents)
        .where(and(eq(auditEvents.targetId, id), eq(auditEvents.action, "invitation.accepted")));
      expect(events).toHaveLength(1);
      const members = await owner.tables.select().from(users).where(eq(users.id, id));
      expect(members.map((member) => member.status)).toEqual(["active"]);
    }
  }

  // A hundred rounds are 5,000 transactions and a hundred password hashes: too much for the time limit of one test on
  // a busy machine. Two organizations at once keep the database busy while a password is hashed.
  it.each(Array.from({ length: 10 }, (_, index) => index * 10 + 1))(
    "has exactly one winner of fifty at once, in ten rounds from round %i of a hundred on",
    async () => {
      const racing = [
        await createOrganization(owner.tables),
        await createOrganization(owner.tables),
      ];
      await Promise.all(racing.map(race));
    },
  );
});

function hashOf(link: string): Buffer {
  return createHash("sha256").update(tokenOf(link)).digest();
}
