import { v7 as uuidv7 } from "uuid";
import type { Action } from "../../lib/access/matrix";
import type { TestOrganization } from "../organization";
import { addNoteTo } from "../records/customers";
import { list, type UseCaseExample } from "./kinds";

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

export const customersExamples: Record<string, UseCaseExample> = {
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
  eraseEndUser: ofEndUser("delete", ({ endUser }) => ({
    id: endUser.id,
    confirmation: endUser.email,
  })),
  readTimeline: {
    needs: [
      ["read", "end-user"],
      ["read", "note"],
    ],
    input: async ({ endUser }) => ({ id: endUser.id }),
  },
  exportPersonalData: {
    needs: [
      ["read", "end-user"],
      ["read", "note"],
    ],
    input: async ({ endUser }) => ({ id: endUser.id }),
  },
  addNote: {
    needs: [["create", "note"]],
    input: async ({ endUser }) => ({ userId: endUser.id, body: "Called about the boiler." }),
  },
  deleteNote: {
    needs: [["delete", "note"]],
    input: async (organization, tables, person) => ({
      id: await addNoteTo(organization, tables, person.id),
    }),
  },
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
};
