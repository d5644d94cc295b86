import type { Action } from "../../lib/core/access/matrix";
import { addVehicle } from "../records/devices";
import { list, type UseCaseExample } from "./kinds";

const ofDevice = (action: Action, input: object = {}): UseCaseExample => ({
  needs: [[action, "device"]],
  owner: "endUser",
  input: async (organization) => ({ id: organization.deviceId, ...input }),
});

const ofVehicle = (input: object): UseCaseExample => ({
  needs: [["update", "device"]],
  owner: "endUser",
  input: async (organization, tables) => ({ id: await addVehicle(organization, tables), ...input }),
});

const housekeeping = (input: object = {}): UseCaseExample => ({
  needs: [["update", "maintenance"]],
  input: async () => input,
});

const pricesOf = { feed: "market", priceZone: "AT" };

export const devicesExamples: Record<string, UseCaseExample> = {
  listDevices: { needs: [["read", "device"]], input: list },
  countDevices: { needs: [["read", "device"]], input: list },
  readDeviceExportPage: { needs: [["read", "device"]], input: list },
  listDeviceModels: { needs: [["read", "device"]], input: list },
  getDevice: ofDevice("read"),
  readDeviceCharts: ofDevice("read", { range: "week" }),
  readRecentDeviceSavings: ofDevice("read"),
  listOwnDevices: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ endUser }) => ({ userId: endUser.id }),
  },
  readRecentSavingsOfOwner: {
    needs: [["read", "device"]],
    owner: "endUser",
    input: async ({ endUser }) => ({ userId: endUser.id }),
  },
  listReadings: ofDevice("read"),
  listConnectionChanges: ofDevice("read"),
  updateDevice: ofDevice("update", {
    version: 1,
    comment: "Seen",
    isSmartOptimizationActive: true,
  }),
  updateDeviceSettings: ofDevice("update", {
    version: 1,
    kind: "heat_pump",
    optimizationLevel: "Max",
  }),
  pauseDevice: ofDevice("update", { hours: 3 }),
  setBoost: ofVehicle({ isWanted: true }),
  updateChargePolicy: ofVehicle({ monPercentage: 80, monDeadline: "07:00" }),
  deleteDevice: ofDevice("delete", { confirmation: "S2125-8" }),
  recordReadings: {
    needs: [["update", "maintenance"]],
    input: async ({ deviceId }) => ({
      reports: [
        {
          deviceId,
          measuredAt: new Date(),
          state: { kind: "heat_pump", currentPowerConsumptionW: 1200 },
        },
      ],
    }),
  },
  recordConnections: {
    needs: [["update", "maintenance"]],
    input: async ({ deviceId }) => ({ changes: [{ deviceId, isConnected: false }] }),
  },
  maintainReadingPartitions: housekeeping(),
  recordFleetHour: housekeeping(),
  listSavingDevices: { needs: [["read", "maintenance"]], input: list },
  readSavingsOfDevices: {
    needs: [["read", "maintenance"]],
    input: async ({ deviceId }) => ({ devices: [{ id: deviceId, priceZone: "AT" }] }),
  },
  storeFleetSavings: housekeeping({ found: 0, lookedAt: 0, days: [] }),
  readFleetSavings: {
    needs: [
      ["read", "device"],
      ["read", "staff"],
    ],
    input: list,
  },
  readPriceZonesInUse: { needs: [["read", "maintenance"]], input: list },
  listDaysWithoutPrices: {
    needs: [["read", "maintenance"]],
    input: async () => ({ ...pricesOf, from: "2026-01-01", until: "2026-01-02" }),
  },
  storePrices: {
    needs: [["update", "maintenance"]],
    input: async () => ({ ...pricesOf, currency: "EUR", source: "test", prices: [] }),
  },
  readSimulatedDevices: { needs: [["read", "maintenance"]], input: list },
};
