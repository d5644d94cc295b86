import { v7 as uuidv7 } from "uuid";
import type { Action } from "../../lib/core/access/matrix";
import { addJob } from "../records/jobs";
import { addFinding } from "../records/security";
import { addAuditStream, addMailText, scheduleDeletion } from "../records/settings";
import { addApiClient, addHandbookEntry } from "../records/team";
import { list, type UseCaseExample } from "./kinds";

const handbookFields = {
  title: "Greetings",
  body: "Be *kind*.",
  category: "procedure",
  audience: "team",
  isRequired: true,
};

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

const ofFinding = (action: Action): UseCaseExample => ({
  needs: [[action, "security"]],
  input: async (organization, tables) => ({ id: await addFinding(organization, tables) }),
});

const invitationText = { template: "invitation", language: "en" };

export const settingsExamples: Record<string, UseCaseExample> = {
  listJobs: { needs: [["read", "organization-settings"]], input: list },
  retryJob: {
    needs: [["update", "organization-settings"]],
    input: async (organization, tables) => ({ id: await addJob(organization, tables) }),
  },
  discardJob: {
    needs: [["update", "organization-settings"]],
    input: async (organization, tables) => ({ id: await addJob(organization, tables) }),
  },
  listFindings: { needs: [["read", "security"]], input: list },
  getFinding: ofFinding("read"),
  acknowledgeFinding: ofFinding("update"),
  makeAuditQuarters: { needs: [["update", "maintenance"]], input: list },
  eraseExpiredDetails: { needs: [["update", "maintenance"]], input: list },
  deleteExpiredMails: { needs: [["update", "maintenance"]], input: list },
  readPhoneNumbers: { needs: [["update", "maintenance"]], input: list },
  refreshSearch: {
    needs: [["update", "maintenance"]],
    input: async () => ({ list: "end-user" }),
  },
  forgetUnusedWords: { needs: [["update", "maintenance"]], input: list },
  foldListCounts: { needs: [["update", "maintenance"]], input: list },
  endEverySession: { needs: [["update", "maintenance"]], input: list },
  watchForSuspicion: { needs: [["update", "maintenance"]], input: list },
  listApiClients: { needs: [["read", "api-credentials"]], input: list },
  getApiClient: ofApiClient("read"),
  createApiClient: {
    needs: [["create", "api-credentials"]],
    input: async () => ({ name: "Billing system", customers: "read" }),
  },
  rotateApiSecret: ofApiClient("update", { overlap: "24" }),
  revokeApiClient: ofApiClient("delete", { confirmation: "Data warehouse" }),
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
  getTerms: { needs: [["read", "organization-settings"]], input: list },
  publishTerms: {
    needs: [["update", "organization-settings"]],
    input: async () => ({
      after: 0,
      textEn: "Use Wattdesk for your work only, and keep your password to yourself.",
      textDe: "Nutzen Sie Wattdesk nur für Ihre Arbeit und behalten Sie Ihr Passwort für sich.",
      summary: "First version",
    }),
  },
  getBranding: { needs: [["read", "organization-settings"]], input: list },
  updateBranding: {
    needs: [["update", "organization-settings"]],
    input: async () => ({ accentColor: "#7a1fa2" }),
  },
  getMailSettings: { needs: [["read", "organization-settings"]], input: list },
  updateMailSender: {
    needs: [["update", "organization-settings"]],
    input: async () => ({ mailSenderName: "Alpenstrom", mailReplyTo: "help@utility.example" }),
  },
  getMailText: {
    needs: [["read", "organization-settings"]],
    input: async () => invitationText,
  },
  saveMailText: {
    needs: [["update", "organization-settings"]],
    input: async () => ({
      ...invitationText,
      subject: "Join {organizationName}",
      body: "Come in, {recipientName}.",
      closing: "Until {expiresAt}.",
    }),
  },
  resetMailText: {
    needs: [["update", "organization-settings"]],
    input: async (organization, tables) => {
      await addMailText(organization, tables);
      return invitationText;
    },
  },
  beginOrganizationExport: { needs: [["update", "organization-settings"]], input: list },
  readOrganizationExportPage: {
    needs: [["update", "organization-settings"]],
    input: async () => ({ table: "users" }),
  },
  requestOrganizationDeletion: {
    needs: [["update", "organization-settings"]],
    input: async ({ mark }) => ({ confirmation: `Utility ${mark}` }),
  },
  cancelOrganizationDeletion: {
    needs: [["update", "organization-settings"]],
    input: async (organization, tables) => {
      await scheduleDeletion(organization, tables);
      return {};
    },
  },
  eraseOrganizationStep: { needs: [["update", "maintenance"]], input: list },
  getAuditStream: { needs: [["read", "organization-settings"]], input: list },
  saveAuditStream: {
    needs: [["update", "organization-settings"]],
    input: async () => ({ url: "https://siem.utility.example/wattdesk" }),
  },
  removeAuditStream: {
    needs: [["update", "organization-settings"]],
    input: async (organization, tables) => {
      await addAuditStream(organization, tables);
      return {};
    },
  },
  readUndeliveredEvents: { needs: [["read", "maintenance"]], input: list },
  recordAuditDelivery: {
    needs: [["update", "maintenance"]],
    input: async () => ({ deliveredSequence: 1 }),
  },
  getOrganizationSettings: { needs: [["read", "organization-settings"]], input: list },
  updateOrganization: {
    needs: [["update", "organization-settings"]],
    input: async () => ({
      version: 1,
      name: "Renamed",
      slug: `renamed-${uuidv7()}`,
      defaultLanguage: "de",
      timeZone: "Europe/Berlin",
      allowedEmailDomains: "utility.example",
      sessionIdleMinutes: 30,
      sessionAbsoluteHours: 8,
      secondFactorRule: "optional",
      allowsAssistants: true,
      passwordLeastLength: "15",
      retainAuditMonths: "",
      retainMailDays: "365",
      reviewEveryMonths: "3",
      suspendInactiveDays: "",
    }),
  },
  listAuditEvents: { needs: [["read", "audit-log"]], input: list },
  beginAuditExport: { needs: [["read", "audit-log"]], input: list },
  readAuditExportPage: { needs: [["read", "audit-log"]], input: list },
  describeAuditSigning: { needs: [["read", "audit-log"]], input: list },
  verifyAuditLogForOperator: { needs: [["read", "maintenance"]], input: list },
  verifyAuditLog: { needs: [["read", "audit-log"]], input: list },
  publishAuditHead: { needs: [["update", "maintenance"]], input: list },
};
