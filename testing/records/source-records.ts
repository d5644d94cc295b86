import { v7 as uuidv7 } from "uuid";
import { buildings, deviceKinds, devices, energyContracts, users } from "../../db/schema";
import { kindDetailsOf } from "../../lib/devices/devices/find-device";
import type { ownerConnection, TestOrganization } from "../organization";

type Tables = ReturnType<typeof ownerConnection>["tables"];

/** Records of every kind with most of their fields, for an organization of `createOrganization`. */
export async function addOneOfEverything(
  tables: Tables,
  { id: organizationId, otherEndUser }: TestOrganization,
): Promise<void> {
  const owned = { organizationId, userId: otherEndUser.id };
  const buildingId = uuidv7();
  await tables.insert(users).values([
    {
      organizationId,
      id: uuidv7(),
      role: "user",
      status: "active",
      email: `anna-${otherEndUser.id}@home.example`,
      firstName: "Anna",
      lastName: "Größer",
      companyName: "Größer & Co",
      externalUserId: "K-0042",
      streetAndNumber: "Ringstraße 4",
      zipCode: "4020",
      town: "Linz",
      country: "AT",
      latitude: 48.306351,
      longitude: 14.286202,
    },
    {
      organizationId,
      id: uuidv7(),
      role: "user",
      status: "no-access",
      email: `anna-${otherEndUser.id}@home.example`,
      firstName: "Bert",
      lastName: "Größer",
    },
    {
      organizationId,
      id: uuidv7(),
      role: "user",
      status: "no-access",
      firstName: "Without",
      lastName: "Address",
    },
  ]);
  await tables.insert(buildings).values({
    ...owned,
    id: buildingId,
    name: "Haus",
    streetAndNumber: "Ringstraße 4",
    zipCode: "4020",
    town: "Linz",
    country: "AT",
    photovoltaic: true,
  });
  await tables.insert(energyContracts).values({
    ...owned,
    id: uuidv7(),
    buildingId,
    supplier: "Alpenstrom",
    meterId: "AT0031000000000000000000000123456",
    validFrom: "2025-01-01",
    validUntil: "2027-12-31",
    energyPrices: [
      { price: 0.21, timestamp: "2025-01-01T00:00:00.000Z" },
      { price: 0.19, timestamp: "2026-01-01T00:00:00.000Z" },
    ],
  });
  for (const kind of deviceKinds) {
    const deviceId = uuidv7();
    await tables.insert(devices).values({
      ...owned,
      id: deviceId,
      buildingId,
      kind,
      manufacturer: "Fronius",
      model: `Model of ${kind}`,
      modelYear: 2024,
      externalDeviceId: `serial-${kind}`,
      serialKey: `fronius serial-${kind}`,
      comment: "Line 1\nLine 2",
      isTradingEnabled: true,
      isForecastingEnabled: true,
      isInverterForcedModeEnabled: false,
      isSmartOptimizationActive: kind !== "smart_meter",
      priceZone: "AT",
    });
    await tables.insert(kindDetailsOf[kind]).values({ organizationId, deviceId });
  }
}

/** End-users with a building each. */
export async function addCustomers(
  tables: Tables,
  organizationId: string,
  count: number,
): Promise<void> {
  const ids = Array.from({ length: count }, () => uuidv7());
  await tables.insert(users).values(
    ids.map((id, index) => ({
      organizationId,
      id,
      role: "user" as const,
      status: "active" as const,
      email: `customer-${index}-${id}@home.example`,
      firstName: "Customer",
      lastName: `Number ${index}`,
    })),
  );
  await tables
    .insert(buildings)
    .values(ids.map((userId) => ({ organizationId, id: uuidv7(), userId, name: "Home" })));
}
