import {
  addConnectAttempt,
  addConnectLink,
  addEnodeCredentials,
  addManufacturerAccount,
  addOfferedAttempt,
  loseDevice,
} from "../records/connections";
import { list, type UseCaseExample, unauthenticated } from "./kinds";

const browser = "a browser of somebody's own";

const withLink = (action: "create" | "read" | "update", input: object = {}) =>
  unauthenticated(action, async (organization, tables) => ({
    token: (await addConnectLink(organization, tables)).token,
    ...input,
  }));

const housekeeping = (action: "read" | "update", input: object = {}): UseCaseExample => ({
  needs: [[action, "maintenance"]],
  input: async () => input,
});

const ofAccount = (
  action: "read" | "update",
  input: object = {},
  state: "active" | "revoked" = "active",
): UseCaseExample => ({
  needs: [[action, "maintenance"]],
  input: async (organization, tables) => ({
    id: await addManufacturerAccount(organization, tables, { state }),
    ...input,
  }),
});

const loggedIn = {
  connector: "sandbox",
  account: { manufacturer: "Nibe", externalAccountId: "acc_1", tokens: null },
  devices: [
    {
      externalDeviceId: "NIB-1",
      kind: "heat_pump",
      manufacturer: "Nibe",
      model: "S2125-8",
      modelYear: null,
    },
  ],
};

export const connectionsExamples: Record<string, UseCaseExample> = {
  createReconnectionLink: {
    needs: [["update", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({ deviceId, isMailed: true }),
  },
  createOnboardingLink: {
    needs: [["update", "device"]],
    owner: "endUser",
    input: async ({ endUser }) => ({ userId: endUser.id }),
  },
  createAuthSession: {
    needs: [["update", "device"]],
    owner: "endUser",
    input: async ({ endUser, deviceId }) => ({
      userId: endUser.id,
      id: deviceId,
      kind: "heat_pump",
    }),
  },
  createOnboardingSession: {
    needs: [["update", "device"]],
    owner: "endUser",
    input: async ({ endUser }) => ({ userId: endUser.id, language: "de", priceZone: "AT" }),
  },
  getOnboardingSession: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async (organization, tables) => ({
      id: (await addConnectLink(organization, tables, { purpose: "connect", deviceId: null })).id,
    }),
  },
  viewCue: unauthenticated("read", async (organization, tables) => ({
    deviceId: await loseDevice(organization, tables),
  })),
  resolveCue: unauthenticated("create", async (organization, tables) => ({
    deviceId: await loseDevice(organization, tables),
  })),
  reportCue: unauthenticated("update", async (organization, tables) => ({
    deviceId: await loseDevice(organization, tables),
    hasSucceeded: false,
  })),
  listConnectLinks: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({ deviceId }),
  },
  listReconnections: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ endUser }) => ({ userId: endUser.id }),
  },
  revokeConnectLink: {
    needs: [["update", "device"]],
    owner: "endUser",
    input: async (organization, tables) => ({
      id: (await addConnectLink(organization, tables)).id,
    }),
  },
  endConnection: {
    needs: [["update", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({ id: deviceId, reason: "Asked for it on the phone" }),
  },
  getConnectionSettings: { needs: [["read", "organization-settings"]], input: list },
  updateConnectionSettings: {
    needs: [["update", "organization-settings"]],
    input: async () => ({
      version: 0,
      staleAfterMinutes: "120",
      linkDays: "7",
      sendsReminders: "on",
      firstReminderHours: "48",
      reminderEveryDays: "3",
      maxReminders: "2",
      maxPerWeek: "1",
      quietFromHour: "21",
      quietUntilHour: "7",
      appSchemes: "myapp",
    }),
  },
  viewConnectLink: withLink("read"),
  recordConnectLinkOpened: withLink("update"),
  findLoginTarget: unauthenticated("read", async (organization, tables) => {
    await addEnodeCredentials(organization, tables);
    return { token: (await addConnectLink(organization, tables)).token, manufacturer: "Nibe" };
  }),
  recordConnectAttempt: withLink("create", {
    state: "state",
    browser,
    connector: "sandbox",
    manufacturer: "Nibe",
    flow: "code",
    secret: { login: {} },
  }),
  spendConnectAttempt: unauthenticated("update", async () => ({ state: "unknown", browser })),
  viewReturnedAttempt: unauthenticated("read", async () => ({ state: "unknown", browser })),
  viewConnectAttempt: withLink("read", {
    attempt: "01900000-0000-7000-8000-000000000000",
    browser,
  }),
  findOpenAttempt: withLink("read", {
    attempt: "01900000-0000-7000-8000-000000000000",
    browser,
  }),
  recordConnectFailure: unauthenticated("update", async (organization, tables) => {
    const { id, token } = await addConnectLink(organization, tables);
    const attempt = await addConnectAttempt(organization, tables, id);
    return { token, attempt, failure: "denied" };
  }),
  settleConnection: unauthenticated("update", async (organization, tables) => {
    const { id, token } = await addConnectLink(organization, tables);
    const attempt = await addConnectAttempt(organization, tables, id);
    return { token, attempt, ...loggedIn };
  }),
  resumeAfterConnecting: unauthenticated("update", async (organization, tables) => {
    await addManufacturerAccount(organization, tables);
    const connected = { completedAt: new Date(), connectedDeviceId: organization.deviceId };
    return { token: (await addConnectLink(organization, tables, connected)).token };
  }),
  takeOverDevices: unauthenticated("update", async (organization, tables) => {
    const { id, token } = await addConnectLink(organization, tables, {
      deviceId: null,
      purpose: "connect",
    });
    return {
      token,
      attempt: await addOfferedAttempt(organization, tables, { linkId: id, token, browser }),
      browser,
      devices: "NIB-1",
    };
  }),
  getConnectorCredentials: { needs: [["read", "organization-settings"]], input: list },
  requireRightToCredentials: { needs: [["update", "organization-settings"]], input: list },
  saveEnodeCredentials: {
    needs: [["update", "organization-settings"]],
    input: async () => ({ clientId: "client", clientSecret: "a secret" }),
  },
  switchEnodeOff: { needs: [["update", "organization-settings"]], input: list },
  readEnodeWebhookSecret: housekeeping("read"),
  claimDueAccounts: housekeeping("update"),
  findCommand: housekeeping("read", { id: "01900000-0000-7000-8000-000000000000" }),
  settleCommand: housekeeping("update", { id: "01900000-0000-7000-8000-000000000000" }),
  maintainConnections: housekeeping("update"),
  findAccountToRead: ofAccount("read"),
  saveRefreshedTokens: ofAccount("update", {
    accessToken: "access",
    refreshToken: "refresh",
    expiresAt: new Date(),
  }),
  recordAccountRead: ofAccount("update"),
  recordAccountProblem: ofAccount("update", { problem: "authorizationLost", isPassing: false }),
  readAccountsSoon: housekeeping("update", { connector: "sandbox", externalAccountIds: ["acc_1"] }),
  findEndedAccount: ofAccount("read", {}, "revoked"),
  forgetAccount: ofAccount("update", {}, "revoked"),
  watchForSilence: housekeeping("update"),
  remindOfReconnection: housekeeping("update"),
};
