import type { Action } from "../../lib/core/access/matrix";
import { addManufacturerAccount } from "../records/connections";
import { addAnswerTemplate, addCase, addDiagnosis, addSupportView } from "../records/support";
import { list, type UseCaseExample } from "./kinds";

const ofCase = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "case"]],
  input: async (organization, tables) => ({ id: await addCase(organization, tables), ...input }),
});

export const supportExamples: Record<string, UseCaseExample> = {
  countOpenWork: {
    needs: [
      ["read", "case"],
      ["read", "device"],
    ],
    input: list,
  },
  getWorkQueue: {
    needs: [
      ["read", "end-user"],
      ["read", "device"],
      ["read", "case"],
      ["read", "staff"],
      ["read", "own-account"],
    ],
    input: list,
  },
  listWaitingDevices: { needs: [["read", "device"]], input: list },
  listIncidents: { needs: [["read", "device"]], input: list },
  watchManufacturers: { needs: [["update", "maintenance"]], input: list },
  runDiagnosis: {
    needs: [
      ["update", "end-user"],
      ["create", "note"],
      ["read", "device"],
    ],
    input: async ({ deviceId }) => ({ deviceId }),
  },
  getDiagnosis: {
    needs: [
      ["read", "end-user"],
      ["read", "note"],
    ],
    input: async (organization, tables) => ({ id: await addDiagnosis(organization, tables) }),
  },
  listDiagnoses: {
    needs: [
      ["read", "end-user"],
      ["read", "note"],
    ],
    input: async ({ endUser }) => ({ userId: endUser.id }),
  },
  refreshDeviceState: {
    needs: [["update", "device"]],
    owner: "endUser",
    input: async (organization, tables) => {
      await addManufacturerAccount(organization, tables);
      return { id: organization.deviceId };
    },
  },
  resumeOptimization: {
    needs: [["update", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({ id: deviceId }),
  },
  createCase: {
    needs: [
      ["create", "case"],
      ["read", "end-user"],
    ],
    input: async ({ endUser, deviceId }) => ({
      subject: "No hot water",
      userId: endUser.id,
      deviceId,
    }),
  },
  updateCase: ofCase("update", { version: 1, subject: "Still no hot water", state: "solved" }),
  addCaseNote: ofCase("update", { body: "Called back" }),
  answerCase: ofCase("update", { body: "We have found it." }),
  escalateCase: ofCase("update", { contact: "Nibe hotline", reason: "Needs the maker" }),
  listCases: { needs: [["read", "case"]], input: list },
  listOpenCases: { needs: [["read", "case"]], input: list },
  getCase: ofCase("read"),
  listColleagues: { needs: [["read", "staff"]], input: list },
  listAnswerTemplates: { needs: [["read", "case"]], input: list },
  saveAnswerTemplate: {
    needs: [["update", "case"]],
    input: async () => ({ name: "Reconnect", body: "Please log in once more." }),
  },
  deleteAnswerTemplate: {
    needs: [["update", "case"]],
    input: async (organization, tables) => ({ id: await addAnswerTemplate(organization, tables) }),
  },
  startSupportView: {
    needs: [["create", "support-view"]],
    input: async ({ endUser }) => ({ userId: endUser.id, reason: "Asked what they see" }),
  },
  readSupportView: {
    needs: [["read", "support-view"]],
    input: async (organization, tables, person) => ({
      id: await addSupportView(organization, tables, { member: person }),
    }),
  },
  endSupportView: {
    needs: [["update", "support-view"]],
    input: async (organization, tables, person) => ({
      id: await addSupportView(organization, tables, { member: person }),
    }),
  },
};
