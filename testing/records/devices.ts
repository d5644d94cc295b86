import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { chargingSessions, type DeviceKind, devices, electricVehicles } from "../../db/schema";
import { kindDetailsOf } from "../../lib/devices/devices/find-device";
import type { TestOrganization } from "../organization";

/** A connected vehicle of the end-user, as its own table has it by default: plugged in and idle. */
export async function addVehicle(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  state: Partial<typeof electricVehicles.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7();
  await tables.insert(devices).values({
    organizationId: organization.id,
    id,
    userId: organization.endUser.id,
    buildingId: organization.buildingId,
    kind: "electric_vehicle",
    manufacturer: "Volkswagen",
    model: "ID.4",
    isAuthenticated: true,
    lifecycleState: "authenticated",
  });
  await tables.insert(electricVehicles).values({
    organizationId: organization.id,
    deviceId: id,
    isPluggedIn: true,
    isCharging: false,
    isFullyCharged: false,
    batteryLevel: 40,
    boostState: "available",
    boostForNextSession: false,
    ...state,
  });
  return id;
}

/** A connected heat pump of the end-user, which has reported nothing yet. */
export async function addHeatPump(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
): Promise<string> {
  const id = uuidv7();
  await tables.insert(devices).values({
    organizationId: organization.id,
    id,
    userId: organization.endUser.id,
    buildingId: organization.buildingId,
    kind: "heat_pump",
    manufacturer: "NIBE",
    model: "S1255",
    isAuthenticated: true,
    lifecycleState: "authenticated",
  });
  return id;
}

/** A connected device of the end-user of any kind, with some of what only its kind has. */
export async function addDevice(
  kind: DeviceKind,
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  kindDetails: Record<string, unknown> = {},
): Promise<string> {
  const id = uuidv7();
  const organizationId = organization.id;
  await tables.insert(devices).values({
    organizationId,
    id,
    kind,
    userId: organization.endUser.id,
    manufacturer: "Fronius",
    model: "Symo GEN24",
    isAuthenticated: true,
    lifecycleState: "authenticated",
  });
  await tables.insert(kindDetailsOf[kind]).values({ ...kindDetails, organizationId, deviceId: id });
  return id;
}

/** A charging session that is going on. */
export async function addChargingSession(
  organizationId: string,
  tables: ReturnType<typeof drizzle>,
  deviceId: string,
): Promise<string> {
  const id = uuidv7();
  const at = new Date();
  await tables
    .insert(chargingSessions)
    .values({ organizationId, id, deviceId, pluggedInAt: at, reportedAt: at });
  return id;
}
