import { eq } from "drizzle-orm";
import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { type DeviceKind, devices } from "../db/schema";
import { signCue } from "../lib/devices/connections/cue-secret";
import type { Need } from "../partner-api/operation";
import type { TestOrganization } from "./organization";
import { addConnectLink } from "./records/connections";
import { addDevice, addVehicle } from "./records/devices";
import { addWebhook } from "./records/webhooks";

type Tables = ReturnType<typeof drizzle>;

type Request = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
};

/** A call of an operation that somebody with every right gets done. */
export type ApiExample = {
  /** The rights that this call takes, where the operation names several. */
  needs?: Need[];
  /** Whether the call is about the organization's first end-user, who may do it as their own. */
  isOwn?: boolean;
  /** Whether the portal asks people for a fresh proof of who they are, which no token can give. */
  asksIdentity?: boolean;
  request(organization: TestOrganization, tables: Tables): Request | Promise<Request>;
};

type KindExample = {
  name: string;
  list: string;
  parameter: string;
  make: (organization: TestOrganization, tables: Tables) => Promise<string>;
  settings: Record<string, unknown>;
  /** What is told of its energy. */
  energy: ("Savings" | "Statistics")[];
};

const kinds: Record<DeviceKind, KindExample> = {
  heat_pump: {
    name: "HeatPump",
    energy: ["Savings", "Statistics"],
    list: "listHeatPumps",
    parameter: "heat_pump_id",
    make: async (organization) => organization.deviceId,
    settings: { optimization_level: "Max", dhw_standard_temperature: 52.5 },
  },
  electric_vehicle: {
    name: "ElectricVehicle",
    energy: ["Savings", "Statistics"],
    list: "listElectricVehicles",
    parameter: "electric_vehicle_id",
    make: (organization, tables) => addVehicle(organization, tables),
    settings: { minimum_charge_limit: 70, charge_deadline_at: "06:45" },
  },
  solar_inverter: {
    name: "Inverter",
    energy: ["Savings", "Statistics"],
    list: "listInverters",
    parameter: "inverter_id",
    make: (organization, tables) => addDevice("solar_inverter", organization, tables),
    settings: { is_battery_connected: true, battery_capacity_kwh: 10.5, min_battery_charge: 20 },
  },
  wallbox: {
    name: "Wallbox",
    energy: [],
    list: "listWallboxes",
    parameter: "wallbox_id",
    make: (organization, tables) => addDevice("wallbox", organization, tables),
    settings: { charge_power_max_w: 7400, charge_target_max: 80 },
  },
  home_battery: {
    name: "HomeBattery",
    energy: ["Savings", "Statistics"],
    list: "listHomeBatteries",
    parameter: "home_battery_id",
    make: (organization, tables) => addDevice("home_battery", organization, tables),
    settings: { battery_capacity_kwh: 10.5, min_battery_charge: 20, max_battery_charge: 95 },
  },
  smart_meter: {
    name: "SmartMeter",
    energy: ["Statistics"],
    list: "listSmartMeters",
    parameter: "smart_meter_id",
    make: (organization, tables) => addDevice("smart_meter", organization, tables),
    settings: { meter_id: "AT0010000573300000000000000000001" },
  },
};

const energyQueries = {
  Savings: { from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z" },
  Statistics: { resolution: "1DAY,1YEAR", keywords: "consumption" },
};

const ofEndUser = (organization: TestOrganization) => ({ user_id: organization.endUser.id });

function ofKind({
  name,
  list,
  parameter,
  make,
  settings,
  energy: told,
}: KindExample): Record<string, ApiExample> {
  const one =
    (body?: unknown): ApiExample["request"] =>
    async (organization, tables) => ({
      params: { ...ofEndUser(organization), [parameter]: await make(organization, tables) },
      body,
    });
  const energy = (query: Record<string, string>): ApiExample => ({
    isOwn: true,
    request: async (organization, tables) => ({ ...(await one()(organization, tables)), query }),
  });
  return {
    [`get${name}Data`]: energy({ resolution: "1DAY", from_datetime: "2026-11-01T00:00:00Z" }),
    ...Object.fromEntries(
      told.map((which) => [`get${name}${which}`, energy(energyQueries[which])]),
    ),
    [list]: { isOwn: true, request: (organization) => ({ params: ofEndUser(organization) }) },
    [`create${name}`]: {
      isOwn: true,
      request: (organization) => ({
        params: ofEndUser(organization),
        body: {
          device_model: { manufacturer: "Viessmann", model: "Vitocal 250-A", year: 2024 },
          external_device_id: "A-1",
          comment: "In the cellar",
          ...settings,
        },
      }),
    },
    [`get${name}`]: { isOwn: true, request: one() },
    [`update${name}`]: { isOwn: true, request: one(settings) },
    [`delete${name}`]: { isOwn: true, request: one() },
    [`create${name}AuthSession`]: {
      isOwn: true,
      request: one({ success_url: "https://partner.example/done", cancel_url: null }),
    },
  };
}

function onCue(body: object): ApiExample {
  return {
    async request({ id, deviceId }, tables) {
      await tables
        .update(devices)
        .set({ isAuthenticated: false, lifecycleState: "disconnected" })
        .where(eq(devices.id, deviceId));
      return { params: { cue_id: deviceId }, query: { secret: signCue(id, deviceId) }, body };
    },
  };
}

const onVehicle = (body?: unknown, query: Record<string, string> = {}): ApiExample => ({
  isOwn: true,
  request: async (organization, tables) => ({
    params: {
      ...ofEndUser(organization),
      electric_vehicle_id: await addVehicle(organization, tables),
    },
    body,
    query,
  }),
});

const ofBuilding = (body?: unknown): ApiExample => ({
  isOwn: true,
  request: (organization) => ({
    params: { ...ofEndUser(organization), building_id: organization.buildingId },
    body,
  }),
});

const ofContract = (body?: unknown): ApiExample => ({
  isOwn: true,
  request: (organization) => ({
    params: { ...ofEndUser(organization), contract_id: organization.contractId },
    body,
  }),
});

const ofPerson = (isOwn: boolean, body?: unknown): ApiExample => ({
  isOwn,
  request: (organization) => ({ params: ofEndUser(organization), body }),
});

const ofWebhook = (body?: unknown): ApiExample => ({
  request: async (organization, tables) => {
    const { id, deliveryId } = await addWebhook(organization, tables);
    return { params: { webhook_id: id, delivery_id: deliveryId }, body };
  },
});

/** An example of every operation; of those about people one for each role. */
/** Calls that a secret in the address opens, of a device that waits to be connected. */
export const cueExamples: Record<string, ApiExample[]> = {
  resolveCue: [
    onCue({
      successUrl: "https://partner.example/done",
      cancelUrl: "https://partner.example/later",
      language: "de",
      location: {},
      clientInfo: {},
    }),
  ],
  reportCue: [onCue({ state: "fail", payload: {} })],
};

export const apiExamples: Record<string, ApiExample[]> = {
  createOnboardingSession: [
    {
      isOwn: true,
      request: ({ endUser, buildingId }) => ({
        body: {
          user_id: endUser.id,
          building_id: buildingId,
          success_url: "https://partner.example/done",
          cancel_url: "https://partner.example/later",
          language: "de",
          price_zone_default: "AT",
          device_type: "hp",
          external_metadata: { order: 7 },
        },
      }),
    },
  ],
  getOnboardingSession: [
    {
      isOwn: true,
      request: async (organization, tables) => {
        const { id } = await addConnectLink(organization, tables, {
          purpose: "connect",
          deviceId: null,
        });
        return { params: { onboarding_session_id: id } };
      },
    },
  ],
  listUsers: [
    { needs: [["read", "end-user"]], request: () => ({ query: { role: "user" } }) },
    { needs: [["read", "staff"]], request: () => ({ query: { role: "staff" } }) },
    { needs: [["read", "admin"]], request: () => ({ query: { role: "admin" } }) },
  ],
  createUser: (["user", "staff", "admin"] as const).map((role) => ({
    needs: [["create", role === "user" ? "end-user" : role]],
    asksIdentity: role === "admin",
    request: () => ({
      body: {
        role,
        email: `new-${role}-${uuidv7()}@home.example`,
        first_name: "Nora",
        external_user_id: uuidv7(),
        zip_code: 6020,
        country_iso2: "AUT",
      },
    }),
  })),
  getUser: [
    { ...ofPerson(true), needs: [["read", "end-user"]] },
    {
      needs: [["read", "admin"]],
      request: ({ admin }) => ({ params: { user_id: admin.id } }),
    },
  ],
  updateUser: [
    { ...ofPerson(true, { first_name: "Mia", latitude: 47.27 }), needs: [["update", "end-user"]] },
    {
      needs: [
        ["update", "staff"],
        ["create", "admin"],
      ],
      asksIdentity: true,
      request: ({ staff }) => ({
        params: { user_id: staff.id },
        body: { role: "admin", reason: "Leads the team from now on" },
      }),
    },
  ],
  deleteUser: [
    { ...ofPerson(true), needs: [["delete", "end-user"]] },
    {
      needs: [["delete", "staff"]],
      asksIdentity: true,
      request: ({ staff }) => ({ params: { user_id: staff.id }, query: { reason: "Has left us" } }),
    },
  ],
  listBuildings: [ofPerson(true)],
  createBuilding: [ofPerson(true, { name: "Hut", property_size_m2: 60, property_age: 1990 })],
  getBuilding: [ofBuilding()],
  updateBuilding: [ofBuilding({ num_occupants: 3 })],
  deleteBuilding: [ofBuilding()],
  listEnergyContracts: [ofPerson(true)],
  createEnergyContract: [
    ofPerson(true, {
      supplier: "Alpenstrom",
      energy_contract_type: "Spot Hourly",
      energy_price: [{ price: 0.21, timestamp: "2026-01-01T00:00:00Z" }],
      currency_energy_price: "EUR",
    }),
  ],
  getEnergyContract: [ofContract()],
  updateEnergyContract: [ofContract({ meter_id: "AT0010000000000001" })],
  deleteEnergyContract: [ofContract()],
  ...Object.fromEntries(
    Object.values(kinds)
      .flatMap((entry) => Object.entries(ofKind(entry)))
      .map(([id, example]) => [id, [example]]),
  ),
  getChargePolicy: [onVehicle()],
  updateChargePolicy: [
    onVehicle({ data: { mon: { charge_percentage: 80, charge_deadline: "07:00" } } }),
  ],
  listChargingSessions: [onVehicle(undefined, { from: "2026-11-01", to: "2026-11-30" })],
  getCurrentChargingSession: [onVehicle()],
  startBoost: [onVehicle()],
  callOffBoost: [onVehicle()],
  listDevices: [{ isOwn: true, request: () => ({}) }],
  bulkUsers: [
    {
      needs: [["create", "end-user"]],
      request: () => ({
        body: { items: [{ role: "user", email: `bulk-${uuidv7()}@home.example` }] },
      }),
    },
    {
      needs: [["update", "staff"]],
      request: ({ staff }) => ({ body: { items: [{ id: staff.id, first_name: "Petra" }] } }),
    },
  ],
  bulkDevices: [
    {
      needs: [["update", "device"]],
      isOwn: true,
      request: ({ endUser, deviceId }) => ({
        body: {
          items: [{ id: deviceId, user_id: endUser.id, kind: "heat_pump", comment: "Seen" }],
        },
      }),
    },
  ],
  listWebhooks: [{ request: () => ({}) }],
  createWebhook: [
    {
      asksIdentity: true,
      request: () => ({
        body: {
          name: "Billing system",
          url: "https://systems.company.example/wattdesk",
          events: ["user.created"],
        },
      }),
    },
  ],
  getWebhook: [ofWebhook()],
  updateWebhook: [{ ...ofWebhook({ is_enabled: false }), asksIdentity: true }],
  deleteWebhook: [ofWebhook()],
  rotateWebhookSecret: [{ ...ofWebhook(), asksIdentity: true }],
  testWebhook: [ofWebhook()],
  listWebhookDeliveries: [ofWebhook()],
  replayWebhookDelivery: [ofWebhook()],
  exportUsers: [{ request: () => ({}) }],
  exportDevices: [{ isOwn: true, request: () => ({}) }],
  listAuditEvents: [{ request: () => ({}) }],
};
