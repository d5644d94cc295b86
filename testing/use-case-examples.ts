import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { drizzle } from "drizzle-orm/postgres-js";
import { generate, generateSecret } from "otplib";
import { v7 as uuidv7 } from "uuid";
import {
  accessReviewItems,
  accessReviews,
  apiClients,
  apiSecrets,
  departures,
  devices,
  handbookEntries,
  handbookReadings,
  invitations,
  organizations,
  outgoingMails,
  passwordResets,
  roleAssignments,
  secondFactors,
  sessions,
  users,
} from "../db/schema";
import type { Action, Resource } from "../lib/access/matrix";
import { encrypt } from "../lib/auth/encryption";
import { createLinkToken } from "../lib/auth/link-token";
import { environment } from "../lib/env";
import { offerTotp } from "../lib/second-factor/own-second-factors";
import { actorOf, type TestOrganization, type TestPerson } from "./organization";
import { createVirtualAuthenticator } from "./virtual-authenticator";

type Tables = ReturnType<typeof drizzle>;

/**
 * An act of each use-case, in terms of the matrix: which rights it takes, and on whose record. The
 * permission tests work out from it what every role must be answered. A use-case that is missing here
 * fails them.
 */
export type UseCaseExample = {
  needs: [Action, Resource][];
  /** Whose record the input names: the end-user's, or nobody's in particular. */
  owner?: "endUser";
  /** A right that is always about oneself. */
  isAboutSelf?: boolean;
  /** Makes what the act needs, and returns its input. */
  input: (
    organization: TestOrganization,
    tables: Tables,
    /** Whoever is going to act, where that is somebody of the organization. */
    person: TestPerson,
  ) => Promise<unknown>;
};

const list = async () => ({});

const endUserFields = { firstName: "Eva", lastName: "Berger", phone: "", country: "AT" };

const ofEndUser = (
  action: Action,
  input: (organization: TestOrganization) => object,
): UseCaseExample => ({
  needs: [[action, "end-user"]],
  owner: "endUser",
  input: async (organization) => input(organization),
});

const ofDevice = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "device"]],
  owner: "endUser",
  input: async (organization) => ({ id: organization.deviceId, ...input }),
});

const ofStaff = (needs: [Action, Resource][], input: object = {}): UseCaseExample => ({
  needs,
  input: async (organization) => ({ id: organization.staff.id, ...input }),
});

const ofInvited = (needs: [Action, Resource][], input: object = {}): UseCaseExample => ({
  needs,
  input: async (organization, tables) => ({
    id: (await inviteSomebody(organization, tables)).id,
    ...input,
  }),
});

const aboutSelf = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "own-account"]],
  isAboutSelf: true,
  input: async () => input,
});

const atTheDoor = (
  action: Action,
  input: (organization: TestOrganization, tables: Tables) => Promise<unknown>,
): UseCaseExample => ({ needs: [[action, "entrance"]], input });

const ofMail = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "outgoing-mail"]],
  input: async (organization, tables) => ({
    mailId: await queueSomeMail(organization, tables),
    ...input,
  }),
});

const handbookFields = {
  title: "Greetings",
  body: "Be *kind*.",
  category: "procedure",
  audience: "team",
  isRequired: true,
};

const reviewing: UseCaseExample["needs"] = [
  ["update", "staff"],
  ["update", "admin"],
];

const apiSecret = "wd_live_for-the-test";

const ofApiClient = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "api-credentials"]],
  input: async (organization, tables) => ({
    id: await addApiClient(organization, tables, organization.deviceId),
    ...input,
  }),
});

const ofHandbook = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "handbook"]],
  input: async (organization, tables) => ({
    id: await addHandbookEntry(organization, tables),
    ...input,
  }),
});

const reason = "Needed for the test";
const password = "quiet lantern orbits maple";

export const useCaseExamples: Record<string, UseCaseExample> = {
  listEndUsers: { needs: [["read", "end-user"]], input: list },
  getEndUser: ofEndUser("read", ({ endUser }) => ({ id: endUser.id })),
  createEndUser: {
    needs: [["create", "end-user"]],
    input: async () => ({ ...endUserFields, email: `${uuidv7()}@home.example` }),
  },
  updateEndUser: ofEndUser("update", ({ endUser }) => ({
    ...endUserFields,
    id: endUser.id,
    version: 1,
    email: endUser.email,
  })),
  deleteEndUser: ofEndUser("delete", ({ endUser }) => ({
    id: endUser.id,
    confirmation: endUser.email,
  })),
  listDevices: { needs: [["read", "device"]], input: list },
  listManufacturers: { needs: [["read", "device"]], input: list },
  getDevice: ofDevice("read"),
  updateDevice: ofDevice("update", {
    version: 1,
    comment: "Seen",
    isSmartOptimizationActive: true,
  }),
  deleteDevice: ofDevice("delete", { confirmation: "S2125-8" }),
  getDashboard: {
    needs: [
      ["read", "end-user"],
      ["read", "device"],
      ["read", "staff"],
    ],
    input: list,
  },
  listTeamMembers: {
    needs: [
      ["read", "staff"],
      ["read", "admin"],
    ],
    input: list,
  },
  getTeamMember: ofStaff([["read", "staff"]]),
  inviteTeamMember: {
    needs: [["create", "staff"]],
    input: async () => ({
      email: `${uuidv7()}@utility.example`,
      firstName: "New",
      lastName: "Colleague",
      role: "staff",
      reason,
    }),
  },
  resendInvitation: ofInvited([["create", "staff"]]),
  correctInvitationAddress: ofInvited(
    [
      ["create", "staff"],
      ["update", "staff"],
    ],
    { email: "corrected@utility.example" },
  ),
  revokeInvitation: ofInvited([["delete", "staff"]]),
  changeMemberRole: ofStaff(
    [
      ["update", "staff"],
      ["create", "admin"],
    ],
    { role: "admin", reason },
  ),
  setAccessEnd: ofStaff([["update", "staff"]], {
    accessEndsAt: "2090-01-31T18:00",
    accessTimeZone: "Europe/Vienna",
    reason,
  }),
  carryOutAccessEnds: { needs: [["update", "housekeeping"]], input: list },
  warnOfAccessEnds: { needs: [["update", "housekeeping"]], input: list },
  endMemberSessions: ofStaff([["update", "staff"]]),
  resetSecondFactor: ofStaff([["update", "staff"]], { reason }),
  suspendMember: {
    needs: [["update", "staff"]],
    input: async (organization, tables) => ({
      id: await addStaff(organization, tables, "active"),
      reason,
    }),
  },
  reactivateMember: {
    needs: [["update", "staff"]],
    input: async (organization, tables) => ({
      id: await addStaff(organization, tables, "suspended"),
    }),
  },
  removeMember: {
    needs: [["delete", "staff"]],
    input: async (organization, tables) => {
      const id = await addStaff(organization, tables, "active");
      return { id, reason, confirmation: `${id}@utility.example` };
    },
  },
  prepareDeparture: ofStaff([["delete", "staff"]]),
  listDepartures: {
    needs: [
      ["delete", "staff"],
      ["delete", "admin"],
    ],
    input: list,
  },
  getDeparture: {
    needs: [
      ["delete", "staff"],
      ["delete", "admin"],
    ],
    input: async (organization, tables) => ({ id: await addDeparture(organization, tables) }),
  },
  startAccessReview: { needs: reviewing, input: list },
  startDueAccessReview: { needs: [["update", "housekeeping"]], input: list },
  remindOfAccessReview: { needs: [["update", "housekeeping"]], input: list },
  suspendInactiveMembers: { needs: [["update", "housekeeping"]], input: list },
  listAccessReviews: { needs: reviewing, input: list },
  getAccessReview: {
    needs: reviewing,
    input: async (organization, tables) => ({
      id: (await addAccessReview(organization, tables)).id,
    }),
  },
  confirmMemberAccess: {
    needs: [...reviewing, ["update", "own-account"]],
    input: async (organization, tables) => ({
      itemId: (await addAccessReview(organization, tables)).itemId,
    }),
  },
  closeAccessReview: {
    needs: [...reviewing, ["update", "own-account"]],
    input: async (organization, tables, person) => ({
      id: (await addAccessReview(organization, tables, { isDecided: true })).id,
      signature: person.name,
    }),
  },
  listApiClients: { needs: [["read", "api-credentials"]], input: list },
  getApiClient: ofApiClient("read"),
  createApiClient: {
    needs: [["create", "api-credentials"]],
    input: async () => ({ name: "Billing system", customers: "read" }),
  },
  rotateApiSecret: ofApiClient("update", { overlap: "24" }),
  revokeApiClient: ofApiClient("delete", { confirmation: "Data warehouse" }),
  authenticateApiClient: atTheDoor("create", async (organization, tables) => ({
    id: await addApiClient(organization, tables),
    secret: apiSecret,
  })),
  nudgeMember: {
    needs: [["update", "staff"]],
    input: async (organization, tables) => ({
      id: await addStaff(organization, tables, "active"),
    }),
  },
  getOwnOnboarding: aboutSelf("read"),
  confirmOwnAccess: aboutSelf("update"),
  listHandbookEntries: { needs: [["read", "handbook"]], input: list },
  getHandbookEntry: ofHandbook("read"),
  createHandbookEntry: { needs: [["create", "handbook"]], input: async () => handbookFields },
  addStarterEntries: { needs: [["create", "handbook"]], input: list },
  updateHandbookEntry: ofHandbook("update", { ...handbookFields, version: 1 }),
  deleteHandbookEntry: ofHandbook("delete", { confirmation: "Calls" }),
  confirmReading: {
    needs: [
      ["read", "handbook"],
      ["update", "own-account"],
    ],
    input: async (organization, tables) => ({ id: await addHandbookEntry(organization, tables) }),
  },
  getOrganizationSettings: { needs: [["read", "organization-settings"]], input: list },
  updateOrganization: {
    needs: [["update", "organization-settings"]],
    input: async () => ({
      version: 1,
      name: "Renamed",
      defaultLanguage: "de",
      timeZone: "Europe/Berlin",
      allowedEmailDomains: "utility.example",
      sessionIdleMinutes: 30,
      sessionAbsoluteHours: 8,
      secondFactorRule: "optional",
      reviewEveryMonths: "3",
      suspendInactiveDays: "",
    }),
  },
  listAuditEvents: { needs: [["read", "audit-log"]], input: list },
  beginAuditExport: { needs: [["read", "audit-log"]], input: list },
  readAuditExportPage: { needs: [["read", "audit-log"]], input: list },
  describeAuditSigning: { needs: [["read", "audit-log"]], input: list },
  verifyAuditLogForOperator: { needs: [["read", "housekeeping"]], input: list },
  verifyAuditLog: { needs: [["read", "audit-log"]], input: list },
  publishAuditHead: { needs: [["update", "housekeeping"]], input: list },
  getOwnAccount: aboutSelf("read"),
  updateOwnAccount: aboutSelf("update", {
    firstName: "New",
    lastName: "Name",
    phone: "",
    language: "de",
    timeZone: "Europe/Berlin",
  }),
  changeOwnPassword: aboutSelf("update", { currentPassword: "known to the test", password }),
  endOtherSessions: aboutSelf("update"),
  endOwnSession: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (organization) => ({ sessionId: organization.admin.sessionId }),
  },
  logOut: aboutSelf("update"),
  confirmIdentity: aboutSelf("update"),
  getOwnSecondFactors: aboutSelf("read"),
  offerTotp: aboutSelf("read"),
  addTotp: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_organization, _tables, person) => {
      const { secret, sealed } = await offerTotp(actorOf(person), {});
      return { sealed, name: "Telephone", code: await generate({ secret }) };
    },
  },
  offerPasskey: aboutSelf("update"),
  addPasskey: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_, tables, person) => {
      const challenge = await setPasskeyChallenge(person.sessionId, tables);
      const authenticator = createVirtualAuthenticator(environment().BASE_URL);
      return { answer: authenticator.register(challenge), name: "Laptop" };
    },
  },
  offerPasskeyProof: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_, tables, person) => {
      await addPasskeyTo(person, tables);
      return {};
    },
  },
  offerPasskeyLogIn: atTheDoor("update", async (organization, tables) => {
    await addPasskeyTo(organization.staff, tables);
    return {
      userId: organization.staff.id,
      sessionId: await addWaitingSession(organization.staff, tables),
    };
  }),
  removeSecondFactor: aboutSelf("update", { factorId: "01900000-0000-7000-8000-000000000000" }),
  replaceRecoveryCodes: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_, tables, person) => {
      await addAuthenticator(person, tables);
      return {};
    },
  },
  openSession: atTheDoor("create", async ({ endUser }) => ({ userId: endUser.id })),
  noteFailedLogIn: atTheDoor("create", async ({ endUser }) => ({ userId: endUser.id })),
  issuePasswordReset: atTheDoor("create", async ({ endUser }) => ({ userId: endUser.id })),
  viewPasswordReset: atTheDoor("read", async (organization, tables) => ({
    token: await resetLink(organization, tables),
  })),
  proveSecondFactor: atTheDoor("update", async (organization, tables) => ({
    userId: organization.staff.id,
    sessionId: await addWaitingSession(organization.staff, tables),
    code: await generate({ secret: await addAuthenticator(organization.staff, tables) }),
  })),
  resetPassword: atTheDoor("update", async (organization, tables) => ({
    token: await resetLink(organization, tables),
    password,
  })),
  viewInvitation: atTheDoor("read", async (organization, tables) => ({
    token: (await inviteSomebody(organization, tables)).token,
  })),
  acceptInvitation: atTheDoor("create", async (organization, tables) => ({
    token: (await inviteSomebody(organization, tables)).token,
    password,
    firstName: "New",
    lastName: "Colleague",
    phone: "",
    language: "en",
    timeZone: "Europe/Vienna",
    terms: "on",
  })),
  readQueuedMail: ofMail("read"),
  markMail: ofMail("update", { state: "sent", providerId: "provider-1" }),
  noteDelivery: ofMail("update", { state: "delivered" }),
};

/** An invited staff member with an open invitation, and the token of its link. */
export async function inviteSomebody(organization: TestOrganization, tables: Tables) {
  const id = uuidv7();
  const organizationId = organization.id;
  const { token, tokenHash } = createLinkToken(organizationId);
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

async function addStaff(
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

async function setPasskeyChallenge(sessionId: string, tables: Tables): Promise<string> {
  const passkeyChallenge = Buffer.from(uuidv7()).toString("base64url");
  await tables.update(sessions).set({ passkeyChallenge }).where(eq(sessions.id, sessionId));
  return passkeyChallenge;
}

/** Gives a person a passkey that is known by name only, to be offered. */
async function addPasskeyTo(person: TestPerson, tables: Tables): Promise<void> {
  await tables.insert(secondFactors).values({
    organizationId: person.organizationId,
    userId: person.id,
    kind: "passkey",
    name: "Laptop",
    credentialId: Buffer.from(uuidv7()).toString("base64url"),
  });
}

async function addWaitingSession(person: TestPerson, tables: Tables): Promise<string> {
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

async function resetLink(organization: TestOrganization, tables: Tables): Promise<string> {
  const { token, tokenHash } = createLinkToken(organization.id);
  await tables.insert(passwordResets).values({
    organizationId: organization.id,
    userId: organization.endUser.id,
    tokenHash,
    expiresAt: new Date(Date.now() + 60_000),
  });
  return token;
}

async function queueSomeMail(organization: TestOrganization, tables: Tables): Promise<string> {
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

/** A fingerprint of everything an organization has, but for its audit log. */
export async function fingerprint(tables: Tables, organizationId: string): Promise<string> {
  const hash = createHash("sha256");
  const of = [
    users,
    devices,
    invitations,
    outgoingMails,
    passwordResets,
    roleAssignments,
    sessions,
    secondFactors,
    handbookEntries,
    handbookReadings,
    apiClients,
    apiSecrets,
    departures,
    accessReviews,
    accessReviewItems,
  ] as const;
  for (const table of of) {
    const rows = await tables.select().from(table).where(eq(table.organizationId, organizationId));
    hash.update(
      rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join("\n"),
    );
  }
  const settings = await tables
    .select()
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return hash.update(JSON.stringify(settings)).digest("hex");
}
