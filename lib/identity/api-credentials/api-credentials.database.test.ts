import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { apiClients, apiSecrets, departures, organizations, users } from "@/db/schema";
import { holdClock } from "@/lib/core/clock";
import { getAuditStream, saveAuditStream } from "@/lib/platform/audit-stream/audit-stream";
import { removeMember } from "@/lib/team/members/remove-member";
import {
  actorOf,
  anonymousActor,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { issueAccessToken } from "./access-tokens";
import { readClientIdentifier } from "./authenticate-api-client";
import { getApiClient, listApiClients } from "./read-api-clients";
import { createApiClient, revokeApiClient, rotateApiSecret } from "./write-api-client";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(owner.tables);
});
afterEach(() => holdClock());
afterAll(() => owner.client.end());

const admin = () => actorOf(organization.admin);
const create = (input: object = {}) =>
  createApiClient(admin(), { name: "Billing system", devices: "read", ...input });
const knock = (id: string, secret: string, clientAddress = "203.0.113.7") =>
  issueAccessToken({ ...anonymousActor(organization.id), clientAddress }, { id, secret });
const isIn = async (id: string, secret: string, from?: string) =>
  (await knock(id, secret, from)) !== undefined;

describe("credentials", () => {
  it("open with their secret, say what they may, and note when they were used", async () => {
    const { id, identifier, secret } = await create();
    expect(readClientIdentifier(identifier)).toEqual({ organizationId: organization.id, id });
    expect(await knock(id, secret)).toMatchObject({
      token: expect.stringMatching(/^wd_at_/),
      scopes: ["devices:read"],
    });
    expect(await isIn(id, `${secret}x`)).toBe(false);
    expect((await getApiClient(admin(), { id })).lastUsedAt).toBeInstanceOf(Date);
  });

  it("are kept as a hash, and never shown again", async () => {
    const { id, secret } = await create();
    const rows = await owner.tables.select().from(apiSecrets).where(eq(apiSecrets.clientId, id));
    const shown = JSON.stringify([await getApiClient(admin(), { id }), rows]);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(secret.slice(12));
    expect(rows[0]?.prefix).toBe(secret.slice(0, 12));
  });

  it("belong to one organization and its environment", async () => {
    const { id, secret } = await create();
    const other = await createOrganization(owner.tables);
    const elsewhere = await issueAccessToken(anonymousActor(other.id), { id, secret });
    expect(elsewhere).toBeUndefined();
    await owner.tables
      .update(organizations)
      .set({ environment: "sandbox" })
      .where(eq(organizations.id, organization.id));
    expect((await create()).secret).toMatch(/^wd_test_/);
  });

  it("change over: the old secret works for the overlap, and no older one", async () => {
    const first = await create();
    const second = await rotateApiSecret(admin(), { id: first.id, overlap: "1" });
    expect(await isIn(first.id, first.secret)).toBe(true);
    expect(await isIn(first.id, second.secret)).toBe(true);
    holdClock(new Date(Date.now() + 3_600_001));
    expect(await isIn(first.id, first.secret)).toBe(false);
    holdClock();
    const third = await rotateApiSecret(admin(), { id: first.id, overlap: "24" });
    expect(await isIn(first.id, first.secret)).toBe(false);
    expect(await isIn(first.id, second.secret)).toBe(true);
    expect(await isIn(first.id, third.secret)).toBe(true);
    const fourth = await rotateApiSecret(admin(), { id: first.id, overlap: "0" });
    expect(await isIn(first.id, third.secret)).toBe(false);
    expect(await isIn(first.id, fourth.secret)).toBe(true);
  });

  it("stop when revoked, and when their last day is over", async () => {
    const revoked = await create();
    await revokeApiClient(admin(), { id: revoked.id, confirmation: "billing system" });
    expect(await isIn(revoked.id, revoked.secret)).toBe(false);
    await expect(rotateApiSecret(admin(), { id: revoked.id, overlap: "0" })).rejects.toMatchObject({
      problem: "apiClientRevoked",
    });
    const limited = await create({ expiresOn: "2090-06-30" });
    // Midnight in Vienna, in summer.
    const end = new Date("2090-06-30T22:00:00Z");
    holdClock(new Date(end.getTime() - 1000));
    expect(await isIn(limited.id, limited.secret)).toBe(true);
    holdClock(end);
    expect(await isIn(limited.id, limited.secret)).toBe(false);
    holdClock();
    await expect(create({ expiresOn: "2020-01-01" })).rejects.toMatchObject({
      fields: { expiresOn: "past" },
    });
  });

  it.each([
    ["203.0.113.7", "203.0.113.7", true],
    ["203.0.113.7", "203.0.113.8", false],
    ["203.0.113.0/24", "203.0.113.255", true],
    ["203.0.113.0/24", "203.0.114.1", false],
    ["2001:db8::/32 203.0.113.7", "2001:db8:5::1", true],
    ["2001:db8::/32", "203.0.113.7", false],
  ])("that may come from %s: %s is let in: %s", async (allowedAddresses, from, isAllowed) => {
    const { id, secret } = await create({ allowedAddresses });
    expect(await isIn(id, secret, from)).toBe(isAllowed);
  });

  it.each(["nonsense", "a.b", `${"0".repeat(8)}`, ""])("are not named by %j", (identifier) => {
    expect(readClientIdentifier(identifier)).toBeUndefined();
  });
});

describe("a departure", () => {
  async function leave(successor: boolean) {
    const leaver = await createPerson(
      owner.tables,
      organization.id,
      "admin",
      "leaver@utility.example",
    );
    const { id, secret } = await createApiClient(actorOf(leaver), { name: "Old", team: "read" });
    await owner.tables
      .update(users)
      .set({ accessEndsAt: new Date("2090-01-01"), accessEndSetBy: leaver.id })
      .where(eq(users.id, organization.staff.id));
    const { departureId } = await removeMember(admin(), {
      id: leaver.id,
      reason: "Takes another post",
      clientOwnerId: successor ? organization.admin.id : "",
      accessOwnerId: successor ? organization.admin.id : "",
    });
    const [summary] = await owner.tables
      .select()
      .from(departures)
      .where(eq(departures.id, departureId));
    const [client] = await owner.tables.select().from(apiClients).where(eq(apiClients.id, id));
    const [staff] = await owner.tables
      .select()
      .from(users)
      .where(eq(users.id, organization.staff.id));
    return { id, secret, summary, client, staff };
  }

  it("hands over to another admin, and marks what was seen for rotation", async () => {
    const { id, secret, summary, client, staff } = await leave(true);
    expect(client).toMatchObject({ ownerId: organization.admin.id, revokedAt: null });
    expect(staff?.accessEndSetBy).toBe(organization.admin.id);
    expect(summary).toMatchObject({
      handedOverClients: ["Old"],
      revokedClients: [],
      clientsToRotate: ["Old"],
      handedOverAccessEnds: 1,
      endedSessions: 1,
    });
    expect(await isIn(id, secret)).toBe(true);
    const due = await listApiClients(admin(), { state: "rotation-due" });
    expect(due.rows.map((row) => row.id)).toEqual([id]);
    await rotateApiSecret(admin(), { id, overlap: "0" });
    expect((await listApiClients(admin(), { state: "rotation-due" })).rows).toEqual([]);
  });

  it("marks the secret of the audit stream when the leaver had seen it", async () => {
    const url = "https://log.utility.example/events";
    await saveAuditStream(admin(), { url });
    expect((await leave(true)).summary).toMatchObject({ isAuditStreamToRotate: false });
    const leaver = await createPerson(owner.tables, organization.id, "admin", "x@utility.example");
    await saveAuditStream(actorOf(leaver), { url });
    await removeMember(admin(), {
      id: leaver.id,
      reason: "Takes another post",
    });
    expect(await getAuditStream(admin(), {})).toMatchObject({ rotationDueSince: expect.any(Date) });
    await saveAuditStream(admin(), { url });
    expect(await getAuditStream(admin(), {})).toMatchObject({ rotationDueSince: null });
  });

  it("revokes API clients without a new owner", async () => {
    const { id, secret, summary, staff } = await leave(false);
    expect(await isIn(id, secret)).toBe(false);
    expect(staff?.accessEndSetBy).toBeNull();
    expect(summary).toMatchObject({
      handedOverClients: [],
      revokedClients: ["Old"],
      clientsToRotate: [],
    });
  });

  it("takes only an active admin as a new owner of API clients", async () => {
    const removal = removeMember(admin(), {
      id: organization.staff.id,
      reason: "Takes another post",
      clientOwnerId: organization.endUser.id,
    });
    await expect(removal).rejects.toMatchObject({ fields: { clientOwnerId: "choice" } });
  });
});
