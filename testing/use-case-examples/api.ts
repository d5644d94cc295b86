import type { Action, Resource } from "../../lib/core/access/matrix";
import type { TestOrganization } from "../organization";
import { addPersonalTokenOf, addVehicleRecord } from "../records/api";
import { addChargingSession } from "../records/devices";
import { addApiClient, apiSecret, reason } from "../records/team";
import { aboutSelf, list, type UseCaseExample, unauthenticated } from "./kinds";

const housekeeping = (input: object = {}): UseCaseExample => ({
  needs: [["update", "maintenance"]],
  input: async () => input,
});

const ofEndUser = (
  action: Action,
  resource: Resource,
  input: (organization: TestOrganization) => object = () => ({}),
): UseCaseExample => ({
  needs: [[action, resource]],
  owner: "endUser",
  input: async (organization) => ({ userId: organization.endUser.id, ...input(organization) }),
});

const heatPump = { kind: "heat_pump" };

/** What the Partner API does that the portal's pages do otherwise, or not at all. */
export const apiExamples: Record<string, UseCaseExample> = {
  issueAccessToken: unauthenticated("create", async (organization, tables) => ({
    id: await addApiClient(organization, tables),
    secret: apiSecret,
  })),
  revokeAccessToken: unauthenticated("update", async (organization, tables) => ({
    id: await addApiClient(organization, tables),
    secret: apiSecret,
    token: "none",
  })),
  recordRefusedClient: unauthenticated("create", async (organization, tables) => ({
    id: await addApiClient(organization, tables),
  })),
  recordApiCalls: {
    needs: [["update", "maintenance"]],
    input: async (organization, tables) => ({
      calls: [
        {
          callerId: await addApiClient(organization, tables),
          method: "GET",
          path: "/",
          status: 200,
          milliseconds: 1,
          requestId: "request",
          at: new Date(),
        },
      ],
    }),
  },
  deleteExpiredApiAccess: housekeeping(),
  listApiCalls: {
    needs: [["read", "api-credentials"]],
    input: async (organization, tables) => ({ id: await addApiClient(organization, tables) }),
  },
  listPersonalTokens: aboutSelf("read"),
  createPersonalToken: aboutSelf("update", { name: "Script", access: "read", days: "30" }),
  revokePersonalToken: {
    needs: [["update", "own-account"]],
    isAboutSelf: true,
    input: async (_, tables, person) => ({ id: await addPersonalTokenOf(person, tables) }),
  },
  getPerson: {
    needs: [["read", "end-user"]],
    owner: "endUser",
    input: async ({ endUser }) => ({ id: endUser.id }),
  },
  listPeople: { needs: [["read", "end-user"]], input: async () => ({ role: "user" }) },
  updateMember: {
    needs: [["update", "staff"]],
    input: async ({ staff }) => ({
      id: staff.id,
      version: 1,
      role: "staff",
      reason,
      email: staff.email,
      firstName: "Petra",
    }),
  },
  getBuildingRecord: ofEndUser("read", "building", ({ buildingId }) => ({ id: buildingId })),
  listBuildingRecords: ofEndUser("read", "building"),
  getEnergyContractRecord: ofEndUser("read", "energy-contract", ({ contractId }) => ({
    id: contractId,
  })),
  listEnergyContractRecords: ofEndUser("read", "energy-contract"),
  getDeviceRecord: ofEndUser("read", "device", ({ deviceId }) => ({ id: deviceId, ...heatPump })),
  listDeviceRecords: ofEndUser("read", "device", () => heatPump),
  getFleetDeviceRecord: {
    needs: [["read", "device"]],
    input: async ({ deviceId }) => ({ id: deviceId }),
  },
  listFleet: { needs: [["read", "device"]], input: list },
  getChargePolicy: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: addVehicleRecord,
  },
  listChargingSessions: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({
      id: deviceId,
      from: "2026-01-01",
      until: "2026-12-31",
      limit: 50,
      offset: 0,
    }),
  },
  getChargingSession: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ id: organizationId, deviceId }, tables) => ({
      id: deviceId,
      sessionId: await addChargingSession(organizationId, tables, deviceId),
    }),
  },
  getPresentSession: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({ id: deviceId }),
  },
  readDeviceData: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({
      id: deviceId,
      resolution: "day",
      measures: ["powerW"],
      from: new Date("2026-01-01"),
      until: new Date("2026-02-01"),
    }),
  },
  readDeviceSavings: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({
      id: deviceId,
      spans: [{ start: new Date("2026-01-01"), end: new Date("2026-02-01") }],
    }),
  },
  readDeviceEnergy: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ deviceId }) => ({ id: deviceId, periods: ["month"] }),
  },
  createDevice: ofEndUser("create", "device", () => ({
    ...heatPump,
    manufacturer: "Nibe",
    model: "F1255",
    settings: { optimizationLevel: "Mid" },
  })),
  createDevices: ofEndUser("create", "device", ({ endUser }) => ({
    devices: [{ userId: endUser.id, ...heatPump, manufacturer: "Nibe", model: "F1255" }],
  })),
  changeDevices: ofEndUser("update", "device", ({ endUser, deviceId }) => ({
    devices: [{ userId: endUser.id, id: deviceId, ...heatPump, comment: "Seen" }],
  })),
  changeDevice: ofEndUser("update", "device", ({ deviceId }) => ({
    id: deviceId,
    ...heatPump,
    version: 1,
    comment: "Seen",
    settings: { optimizationLevel: "Max" },
  })),
};
