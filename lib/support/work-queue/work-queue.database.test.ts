import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { accessReviews, connectLinks, devices, invitations, users } from "@/db/schema";
import { updateDevice } from "@/lib/devices/devices/update-device";
import { addCaseNote, answerCase } from "@/lib/support/cases/write-entry";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addConnectLink } from "@/testing/records/connections";
import { addCase } from "@/testing/records/support";
import { getWorkQueue } from "./get-work-queue";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const queueOf = (person = organization.staff) => getWorkQueue(actorOf(person), {});
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe("mentions", () => {
  it("are listed until the member writes in the case, and for nobody else", async () => {
    const { admin, staff } = organization;
    const caseId = await addCase(organization, tables);
    const mention = { id: caseId, body: "Can you call?", mentions: staff.id };
    await addCaseNote(actorOf(admin), mention);
    expect((await queueOf()).mentions).toMatchObject([{ caseId, authorName: admin.name }]);
    expect((await queueOf(admin)).mentions).toEqual([]);
    await answerCase(actorOf(staff), { id: caseId, body: "We will call you." });
    expect((await queueOf()).mentions).toEqual([]);
    await addCaseNote(actorOf(admin), mention);
    expect((await queueOf()).mentions).toHaveLength(1);
  });

  it("in solved cases are no work", async () => {
    const { admin, staff } = organization;
    const caseId = await addCase(organization, tables, { state: "solved" });
    await addCaseNote(actorOf(admin), { id: caseId, body: "See this", mentions: staff.id });
    expect((await queueOf()).mentions).toEqual([]);
  });
});

describe("links that nobody has opened", () => {
  const addLink = async (
    createdAt: Date,
    given: Partial<typeof connectLinks.$inferInsert> = {},
  ) => {
    const { id, otherEndUser } = organization;
    const linkId = uuidv7();
    await tables.insert(connectLinks).values({
      organizationId: id,
      id: linkId,
      userId: otherEndUser.id,
      tokenHash: Buffer.from(uuidv7()),
      purpose: given.deviceId ? "reconnect" : "connect",
      channel: "mail",
      createdAt,
      expiresAt: hoursAgo(-72),
      ...given,
    });
    return linkId;
  };
  const listed = async () => (await queueOf()).unopenedLinks.map(({ id }) => id);

  it("are listed a day after they were sent", async () => {
    await addLink(hoursAgo(23));
    expect(await listed()).toEqual([]);
    const before = await addLink(hoursAgo(25), { userId: organization.endUser.id });
    expect(await listed()).toEqual([before]);
  });

  it.each([
    ["was opened", { openedAt: hoursAgo(1) }],
    ["was revoked", { revokedAt: hoursAgo(1) }],
    ["was used", { completedAt: hoursAgo(1) }],
    ["has expired", { expiresAt: hoursAgo(1) }],
    ["is older than two weeks", { createdAt: hoursAgo(15 * 24) }],
  ])("are not listed once the link %s", async (_, given) => {
    await addLink(hoursAgo(48), given);
    expect(await listed()).toEqual([]);
  });

  it("are not listed when a newer link was sent, or the device is connected", async () => {
    const { endUser, deviceId } = organization;
    await addLink(hoursAgo(48));
    await addLink(hoursAgo(2));
    expect(await listed()).toEqual([]);
    const about = await addLink(hoursAgo(30), { userId: endUser.id, deviceId });
    await tables
      .update(devices)
      .set({
        isAuthenticated: false,
        lifecycleState: "disconnected",
        disconnectedSince: hoursAgo(60),
      })
      .where(eq(devices.id, deviceId));
    expect(await listed()).toEqual([about]);
    await tables
      .update(devices)
      .set({ isAuthenticated: true, lifecycleState: "authenticated", disconnectedSince: null })
      .where(eq(devices.id, deviceId));
    expect(await listed()).toEqual([]);
  });
});

describe("newly disconnected devices", () => {
  const disconnect = (since: Date) =>
    tables
      .update(devices)
      .set({ isAuthenticated: false, lifecycleState: "disconnected", disconnectedSince: since })
      .where(eq(devices.id, organization.deviceId));

  it("are those of the last day, and say when a link was sent since", async () => {
    await disconnect(hoursAgo(25));
    expect((await queueOf()).newlyDisconnected).toEqual([]);
    await disconnect(hoursAgo(2));
    expect((await queueOf()).newlyDisconnected).toMatchObject([
      { id: organization.deviceId, linkSentAt: null },
    ]);
    await addConnectLink(organization, tables);
    expect((await queueOf()).newlyDisconnected).toMatchObject([
      { id: organization.deviceId, linkSentAt: expect.any(Date) },
    ]);
  });
});

it("names invitations that end within two days to those who may invite", async () => {
  const invitation = {
    organizationId: organization.id,
    id: uuidv7(),
    userId: organization.staff.id,
    tokenHash: Buffer.from(uuidv7()),
    invitedBy: organization.admin.id,
    expiresAt: hoursAgo(-72),
  };
  await tables.insert(invitations).values(invitation);
  expect((await queueOf(organization.admin)).expiringInvitations).toEqual([]);
  const expire = (expiresAt: Date) =>
    tables.update(invitations).set({ expiresAt }).where(eq(invitations.id, invitation.id));
  await expire(hoursAgo(-24));
  expect((await queueOf(organization.admin)).expiringInvitations).toMatchObject([
    { id: organization.staff.id, isExpired: false },
  ]);
  expect((await queueOf()).expiringInvitations).toEqual([]);
  await expire(hoursAgo(1));
  expect((await queueOf(organization.admin)).expiringInvitations).toMatchObject([
    { isExpired: true },
  ]);
});

it("names tasks of the organization to those who may do them", async () => {
  const { id: organizationId, admin } = organization;
  expect((await queueOf(admin)).tasks).toEqual([]);
  await tables.insert(accessReviews).values({
    organizationId,
    id: uuidv7(),
    dueAt: hoursAgo(-24),
  });
  expect((await queueOf(admin)).tasks).toEqual([{ kind: "reviews", count: 1 }]);
  expect((await queueOf()).tasks).toEqual([]);
});

it("shows admins how much members did, and staff only that they were here", async () => {
  await updateDevice(actorOf(organization.staff), {
    id: organization.deviceId,
    version: 1,
    comment: "Seen",
  });
  await tables
    .update(users)
    .set({ lastSeenAt: new Date() })
    .where(eq(users.id, organization.staff.id));
  expect((await queueOf(organization.admin)).teamActivity).toMatchObject([
    { id: organization.staff.id, events: 1 },
  ]);
  const [seen] = (await queueOf()).teamActivity;
  expect(seen).toMatchObject({ id: organization.staff.id });
  expect(seen?.events).toBeUndefined();
});
