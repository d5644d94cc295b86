import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { users } from "../../db/schema";
import type { Action } from "../../lib/core/access/matrix";
import type { TestOrganization } from "../organization";
import {
  addCustomerWithoutAccess,
  addNoteTo,
  addSavedView,
  addScheduledMove,
  addTagTo,
} from "../records/customers";
import { bulkActionExamples } from "./bulk-actions";
import { copyExamples } from "./copies";
import { importExamples } from "./imports";
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

const ofBuilding = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "building"]],
  owner: "endUser",
  input: async (organization) => ({ id: organization.buildingId, ...input }),
});

const ofEnergyContract = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "energy-contract"]],
  owner: "endUser",
  input: async (organization) => ({ id: organization.contractId, ...input }),
});

export const customersExamples: Record<string, UseCaseExample> = {
  listEndUsers: { needs: [["read", "end-user"]], input: list },
  countEndUsers: { needs: [["read", "end-user"]], input: list },
  listBuildings: { needs: [["read", "building"]], input: list },
  givePortalAccess: {
    needs: [["update", "end-user"]],
    input: async (organization, tables) => ({
      id: await addCustomerWithoutAccess(organization, tables),
    }),
  },
  endPortalAccess: {
    needs: [["update", "end-user"]],
    input: async ({ otherEndUser }) => ({ id: otherEndUser.id }),
  },
  setEndUserArchived: ofEndUser("update", ({ endUser }) => ({ id: endUser.id, isArchived: true })),
  readEndUserExportPage: { needs: [["read", "end-user"]], input: list },
  readBuildingExportPage: { needs: [["read", "building"]], input: list },
  listCountries: { needs: [["read", "end-user"]], input: async () => ({ list: "end-user" }) },
  listTags: { needs: [["read", "note"]], input: list },
  addTag: {
    needs: [["update", "end-user"]],
    input: async ({ otherEndUser }) => ({ id: otherEndUser.id, tag: "Early bird" }),
  },
  removeTag: {
    needs: [["update", "end-user"]],
    input: async (organization, tables) => {
      await addTagTo(organization, tables, "Early bird");
      return { id: organization.endUser.id, tag: "early bird" };
    },
  },
  ...bulkActionExamples,
  ...importExamples,
  ...copyExamples,
  listSavedViews: {
    needs: [
      ["read", "staff"],
      ["read", "own-account"],
    ],
    input: async () => ({ list: "device" }),
  },
  createSavedView: {
    needs: [
      ["read", "staff"],
      ["update", "own-account"],
    ],
    input: async () => ({ list: "end-user", name: uuidv7(), parameters: "country=AT" }),
  },
  deleteSavedView: {
    needs: [
      ["read", "staff"],
      ["update", "own-account"],
    ],
    input: async (organization, tables, person) => ({
      id: await addSavedView(organization, tables, person.id),
    }),
  },
  beginListExport: { needs: [["read", "end-user"]], input: async () => ({ list: "end-user" }) },
  getBuilding: ofBuilding("read"),
  createBuilding: {
    needs: [["create", "building"]],
    owner: "endUser",
    input: async ({ endUser }) => ({ userId: endUser.id, name: "Garden house" }),
  },
  updateBuilding: ofBuilding("update", { version: 1, name: "Garden house" }),
  copyOwnerAddress: {
    ...ofBuilding("update"),
    input: async ({ endUser, buildingId }, tables) => {
      await tables
        .update(users)
        .set({ streetAndNumber: "Am Hof 5", town: "Wien" })
        .where(eq(users.id, endUser.id));
      return { id: buildingId };
    },
  },
  deleteBuilding: ofBuilding("delete"),
  moveBuilding: {
    needs: [
      ["delete", "building"],
      ["create", "building"],
      ["create", "device"],
      ["update", "energy-contract"],
    ],
    input: async ({ buildingId, otherEndUser }) => ({ id: buildingId, newOwner: otherEndUser.id }),
  },
  cancelMove: {
    needs: [["delete", "building"]],
    input: async (organization, tables) => {
      await addScheduledMove(organization, tables);
      return { id: organization.buildingId };
    },
  },
  listMoves: {
    needs: [
      ["read", "building"],
      ["read", "staff"],
    ],
    input: async (organization, tables) => {
      await addScheduledMove(organization, tables);
      return { buildingId: organization.buildingId };
    },
  },
  listDueMoves: {
    needs: [["update", "maintenance"]],
    input: async (organization, tables) => {
      await addScheduledMove(organization, tables);
      return {};
    },
  },
  performMove: {
    needs: [["update", "maintenance"]],
    input: async (organization, tables) => ({
      id: await addScheduledMove(organization, tables),
      buildingId: organization.buildingId,
    }),
  },
  failMove: {
    needs: [["update", "maintenance"]],
    input: async (organization, tables) => ({
      id: await addScheduledMove(organization, tables),
      buildingId: organization.buildingId,
      failure: "refused",
    }),
  },
  getEnergyContract: ofEnergyContract("read"),
  createEnergyContract: {
    needs: [["create", "energy-contract"]],
    owner: "endUser",
    input: async ({ endUser }) => ({ userId: endUser.id, supplier: "Alpenstrom" }),
  },
  updateEnergyContract: ofEnergyContract("update", { version: 1, supplier: "Donau Energie" }),
  deleteEnergyContract: ofEnergyContract("delete"),
  countBuildings: { needs: [["read", "building"]], input: list },
  searchCustomers: {
    needs: [
      ["read", "end-user"],
      ["read", "building"],
      ["read", "device"],
      ["read", "energy-contract"],
      ["read", "case"],
    ],
    // A name that people of every organization have: each finds its own alone.
    input: async () => ({ search: "secret" }),
  },
  findRecord: {
    needs: [
      ["read", "end-user"],
      ["read", "building"],
      ["read", "device"],
    ],
    input: async ({ endUser }) => ({ term: endUser.email }),
  },
  getEndUser: ofEndUser("read", ({ endUser }) => ({ id: endUser.id })),
  createEndUser: {
    needs: [["create", "end-user"]],
    input: async () => ({ ...endUserFields, email: `${uuidv7()}@home.example` }),
  },
  createEndUsers: {
    needs: [["create", "end-user"]],
    input: async () => ({ people: [{ ...endUserFields, email: `${uuidv7()}@home.example` }] }),
  },
  updateEndUsers: ofEndUser("update", ({ endUser }) => ({
    people: [{ id: endUser.id, town: "Graz" }],
  })),
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
  getFleet: {
    needs: [
      ["read", "end-user"],
      ["read", "device"],
    ],
    input: list,
  },
};
