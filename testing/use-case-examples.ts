import type { drizzle } from "drizzle-orm/postgres-js";
import { generate } from "otplib";
import { v7 as uuidv7 } from "uuid";
import type { Action, Resource } from "../lib/access/matrix";
import { environment } from "../lib/env";
import { offerTotp } from "../lib/second-factor/own-second-factors";
import { actorOf, type TestOrganization, type TestPerson } from "./organization";
import {
  addAccessReview,
  addApiClient,
  addAuthenticator,
  addDeparture,
  addHandbookEntry,
  addPasskeyTo,
  addStaff,
  addWaitingSession,
  apiSecret,
  inviteSomebody,
  queueSomeMail,
  reason,
  resetLink,
  setPasskeyChallenge,
} from "./records";
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
