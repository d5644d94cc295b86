import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { drizzle } from "drizzle-orm/postgres-js";
import { generateSecret } from "otplib";
import { v7 as uuidv7 } from "uuid";
import {
  accessReviewItems,
  accessReviews,
  addressChanges,
  apiClients,
  apiSecrets,
  departures,
  handbookEntries,
  invitations,
  outgoingMails,
  passwordResets,
  roleAssignments,
  secondFactors,
  sessions,
  users,
} from "../../db/schema";
import { encrypt } from "../../lib/core/crypto/encryption";
import { createTenantToken } from "../../lib/identity/auth/tenant-token";
import type { TestOrganization, TestPerson } from "../organization";

type Tables = ReturnType<typeof drizzle>;

export const reason = "Needed for the test";
export const apiSecret = "wd_live_for-the-test";

/** An invited staff member with an open invitation, and the token of its link. */
export async function inviteSomebody(organization: TestOrganization, tables: Tables) {
  const id = uuidv7();
  const organizationId = organization.id;
  const { token, tokenHash } = createTenantToken(organizationId);
  const email = `${id}@utility.example`;
  await tables.insert(users).values({
    organizationId,
    id,
    role: "staff",
    status: "invited",
    email,
    firstName: "Invited",
    lastName: "Person",
  });
  await tables
    .insert(roleAssignments)
    .values({ organizationId, userId: id, role: "staff", reason });
  await tables.insert(invitations).values({
    organizationId,
    userId: id,
    tokenHash,
    invitedBy: organization.admin.id,
    expiresAt: new Date(Date.now() + 7 * 86_400_000),
  });
  return { id, token, email };
}

/** An open review with one staff member in it. */
export async function addAccessReview(
  organization: TestOrganization,
  tables: Tables,
  { id = uuidv7(), isDecided = false } = {},
): Promise<{ id: string; itemId: string }> {
  const itemId = uuidv7();
  const organizationId = organization.id;
  await tables
    .insert(accessReviews)
    .values({ organizationId, id, dueAt: new Date(Date.now() + 86_400_000) });
  await tables.insert(accessReviewItems).values({
    organizationId,
    id: itemId,
    reviewId: id,
    memberId: organization.staff.id,
    memberName: organization.staff.name,
    memberEmail: organization.staff.email,
    role: "staff",
    status: "active",
    decision: isDecided ? "confirmed" : null,
  });
  return { id, itemId };
}

/** A client owned by the admin, with one secret. */
export async function addApiClient(
  organization: TestOrganization,
  tables: Tables,
  id = uuidv7(),
): Promise<string> {
  const organizationId = organization.id;
  await tables.insert(apiClients).values({
    organizationId,
    id,
    name: "Data warehouse",
    scopes: ["devices:read"],
    ownerId: organization.admin.id,
  });
  await tables.insert(apiSecrets).values({
    organizationId,
    clientId: id,
    secretHash: createHash("sha256").update(apiSecret).digest(),
    prefix: "wd_live_for-",
    seenBy: organization.admin.id,
  });
  return id;
}

export async function addDeparture(
  organization: TestOrganization,
  tables: Tables,
  id = uuidv7(),
): Promise<string> {
  await tables.insert(departures).values({
    organizationId: organization.id,
    id,
    userId: organization.staff.id,
    memberName: `Former ${organization.mark}`,
    memberEmail: "former@utility.example",
    role: "staff",
    reason,
    decidedByName: organization.admin.name,
    endedSessions: 1,
    removedSecondFactors: 0,
    handedOverClients: [],
    revokedClients: [],
    clientsToRotate: [],
    handedOverAccessEnds: 0,
    handedOverViews: 0,
  });
  return id;
}

/** An entry for the team. */
export async function addHandbookEntry(
  organization: TestOrganization,
  tables: Tables,
  fields: Partial<typeof handbookEntries.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7();
  await tables.insert(handbookEntries).values({
    organizationId: organization.id,
    id,
    title: "Calls",
    body: `Answer within three rings, ${organization.mark}.`,
    category: "procedure",
    audience: "team",
    ...fields,
  });
  return id;
}

export async function addStaff(
  organization: TestOrganization,
  tables: Tables,
  status: "active" | "suspended",
): Promise<string> {
  const id = uuidv7();
  const email = `${id}@utility.example`;
  await tables
    .insert(users)
    .values({ organizationId: organization.id, id, role: "staff", status, email });
  return id;
}

/** Gives a person an authenticator app. @returns its secret */
export async function addAuthenticator(person: TestPerson, tables: Tables): Promise<string> {
  const secret = generateSecret();
  await tables.insert(secondFactors).values({
    organizationId: person.organizationId,
    userId: person.id,
    kind: "totp",
    name: "Telephone",
    encryptedSecret: encrypt(secret, person.id),
  });
  return secret;
}

export async function setPasskeyChallenge(sessionId: string, tables: Tables): Promise<string> {
  const passkeyChallenge = Buffer.from(uuidv7()).toString("base64url");
  await tables.update(sessions).set({ passkeyChallenge }).where(eq(sessions.id, sessionId));
  return passkeyChallenge;
}

/** Gives a person a passkey that is known by name only, to be offered. */
export async function addPasskeyTo(person: TestPerson, tables: Tables): Promise<void> {
  await tables.insert(secondFactors).values({
    organizationId: person.organizationId,
    userId: person.id,
    kind: "passkey",
    name: "Laptop",
    credentialId: Buffer.from(uuidv7()).toString("base64url"),
  });
}

export async function addWaitingSession(person: TestPerson, tables: Tables): Promise<string> {
  const id = uuidv7();
  await tables.insert(sessions).values({
    organizationId: person.organizationId,
    id,
    userId: person.id,
    expiresAt: new Date(Date.now() + 60_000),
    awaitsSecondFactor: true,
  });
  return id;
}

export async function resetLink(organization: TestOrganization, tables: Tables): Promise<string> {
  const { token, tokenHash } = createTenantToken(organization.id);
  await tables.insert(passwordResets).values({
    organizationId: organization.id,
    userId: organization.endUser.id,
    tokenHash,
    expiresAt: new Date(Date.now() + 60_000),
  });
  return token;
}

/** A change of the staff member's address under way. @returns the token of the present mailbox */
export async function addAddressChange(
  organization: TestOrganization,
  tables: Tables,
): Promise<string> {
  const link = createTenantToken(organization.id);
  await tables.insert(addressChanges).values({
    organizationId: organization.id,
    userId: organization.staff.id,
    email: `new-${organization.staff.email}`,
    oldTokenHash: link.tokenHash,
    newTokenHash: createTenantToken(organization.id).tokenHash,
    expiresAt: new Date(Date.now() + 60_000),
  });
  return link.token;
}

export async function queueSomeMail(
  organization: TestOrganization,
  tables: Tables,
): Promise<string> {
  const id = uuidv7();
  await tables.insert(outgoingMails).values({
    organizationId: organization.id,
    id,
    userId: organization.staff.id,
    template: "invitation",
    recipient: organization.staff.email,
    language: "en",
    parameters: "{}",
  });
  return id;
}
