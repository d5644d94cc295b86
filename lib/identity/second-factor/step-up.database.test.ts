import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectionSettings, organizations, sessions, users } from "@/db/schema";
import type { Member } from "@/lib/core/access/actor";
import { StepUpRequired } from "@/lib/core/errors";
import { updateConnectionSettings } from "@/lib/devices/connections/connection-settings";
import { updateOrganization } from "@/lib/organization/settings/organization-settings";
import { changeMemberRole } from "@/lib/team/members/change-member-role";
import { inviteTeamMember } from "@/lib/team/members/invite-team-member";
import { correctInvitationAddress, resendInvitation } from "@/lib/team/members/resend-invitation";
import { setAccessEnd } from "@/lib/team/members/set-access-end";
import { reactivateMember } from "@/lib/team/members/suspend-member";
import { updateMember } from "@/lib/team/members/update-member";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { commandExamples, rolesFor, setUpExample } from "@/testing/parallel-commands";
import { hashPassword } from "../auth/password-hash";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const password = "known to the test";
let passwordHash: string;
let organization: TestOrganization;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  organization = await createOrganization(owner.tables, passwordHash);
  await owner.tables
    .update(sessions)
    .set({ provenAt: new Date(0) })
    .where(eq(sessions.id, organization.admin.sessionId));
});
afterAll(() => owner.client.end());

const admin = () => actorOf(organization.admin) as Member;
const reason = "Leads the team from now on";
const person = { firstName: "Maria", lastName: "Huber", reason };
const newMember = (role: "admin" | "staff") => ({
  ...person,
  role,
  email: `new-${organization.id}@home.example`,
});

async function setStaff(fields: Partial<typeof users.$inferInsert>): Promise<string> {
  await owner.tables.update(users).set(fields).where(eq(users.id, organization.staff.id));
  return organization.staff.id;
}

async function settings(
  changes: Partial<{ secondFactorRule: "team"; allowsAssistants: boolean; name: string }>,
) {
  const [saved] = await owner.tables
    .select()
    .from(organizations)
    .where(eq(organizations.id, organization.id));
  if (!saved) throw new Error("There is no organization.");
  return {
    ...saved,
    allowedEmailDomains: saved.allowedEmailDomains.join(" "),
    retainAuditMonths: String(saved.retainAuditMonths ?? ""),
    suspendInactiveDays: String(saved.suspendInactiveDays ?? "") as "30",
    ...changes,
  };
}

const memberRecord = async (role: "admin" | "staff") => {
  const [saved] = await owner.tables
    .select()
    .from(users)
    .where(eq(users.id, organization.staff.id));
  if (!saved) throw new Error("There is no member.");
  return { id: saved.id, version: saved.version, email: organization.staff.email, role, reason };
};

/** Commands that make admins or open the organization, by what they are called with. */
const sensitive: Record<string, (actor: Member) => Promise<unknown>> = {
  "inviting an admin": (actor) => inviteTeamMember(actor, newMember("admin")),
  "making a member an admin": (actor) =>
    changeMemberRole(actor, { id: organization.staff.id, role: "admin", reason }),
  "making a member an admin by their record": async (actor) =>
    updateMember(actor, await memberRecord("admin")),
  "sending an admin's invitation again": async (actor) =>
    resendInvitation(actor, { id: await setStaff({ role: "admin", status: "invited" }) }),
  "sending an admin's invitation elsewhere": async (actor) =>
    correctInvitationAddress(actor, {
      id: await setStaff({ role: "admin", status: "invited" }),
      email: `elsewhere-${organization.id}@home.example`,
    }),
  "reactivating an admin": async (actor) =>
    reactivateMember(actor, { id: await setStaff({ role: "admin", status: "suspended" }) }),
  "giving an admin's access back by a later end": async (actor) => {
    const over = { role: "admin", accessEndsAt: new Date(Date.now() - 60_000) } as const;
    const id = await setStaff(over);
    return setAccessEnd(actor, { id, accessEndsAt: "", accessTimeZone: "UTC", reason });
  },
  "changing security settings of the organization": async (actor) =>
    updateOrganization(actor, await settings({ secondFactorRule: "team" })),
  "letting assistants connect": async (actor) =>
    updateOrganization(actor, await settings({ allowsAssistants: true })),
  "changing the settings of connections": (actor) =>
    updateConnectionSettings(actor, {
      version: 0,
      staleAfterMinutes: 60,
      linkDays: 60,
      sendsReminders: true,
      firstReminderHours: 24,
      reminderEveryDays: 4,
      maxReminders: 3,
      maxPerWeek: 2,
      quietFromHour: 20,
      quietUntilHour: 8,
    }),
};

describe.each(Object.entries(sensitive))("%s", (_, run) => {
  it("is refused in a session that proved nothing of late", async () => {
    await expect(run(admin())).rejects.toBeInstanceOf(StepUpRequired);
  });

  it("is done with the password", async () => {
    await run({ ...admin(), identityProof: password });
  });

  it("is refused to a personal token, which has no session to prove anything in", async () => {
    const token = { ...admin(), sessionId: "00000000-0000-7000-8000-000000000000" };
    await expect(run(token)).rejects.toBeInstanceOf(StepUpRequired);
  });
});

it("asks for no proof for inviting staff, other records, and settings without weight", async () => {
  await inviteTeamMember(admin(), newMember("staff"));
  await updateMember(admin(), { ...(await memberRecord("staff")), firstName: "Mia" });
  await updateOrganization(admin(), await settings({ name: "Another name" }));
  const saved = await owner.tables
    .select()
    .from(connectionSettings)
    .where(eq(connectionSettings.organizationId, organization.id));
  expect(saved).toEqual([]);
});

/** Commands whose example asks for a proof; others ask by what they are about, as above, or never. */
const provenExamples = [
  "addPasskey",
  "addTotp",
  "beginAuditExport",
  "beginOrganizationExport",
  "changeMemberRole",
  "changeOwnAddress",
  "closeAccessReview",
  "confirmIdentity",
  "createApiClient",
  "createPersonalToken",
  "createWebhook",
  "eraseEndUser",
  "saveEnodeCredentials",
  "removeAuditStream",
  "removeMember",
  "removeSecondFactor",
  "replaceRecoveryCodes",
  "requestOrganizationDeletion",
  "resetSecondFactor",
  "rotateApiSecret",
  "rotateWebhookSecret",
  "saveAuditStream",
  "switchEnodeOff",
  "updateBillingAccount",
  "updateConnectionSettings",
  "updateOrganization",
  "updateWebhook",
];

const ofAdmins = commandExamples().filter((call) => rolesFor(call).includes("admin"));

describe("an admin's session that proved nothing of late", () => {
  it.each(ofAdmins)("$name asks for a proof, or is one that needs none", async (call) => {
    const input: typeof call.example.input = async (...subject) => {
      const made = await call.example.input(...subject);
      await owner.tables
        .update(sessions)
        .set({ provenAt: new Date(0) })
        .where(eq(sessions.id, organization.admin.sessionId));
      return made;
    };
    const prepared = { ...call, example: { ...call.example, input } };
    const run = await setUpExample(prepared, "admin", organization, owner.tables);
    const [outcome] = await run(1);
    const isRefused = outcome?.status === "rejected" && outcome.reason instanceof StepUpRequired;
    expect(isRefused).toBe(provenExamples.includes(call.name));
  });
});
