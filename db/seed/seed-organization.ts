import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { drizzle } from "drizzle-orm/postgres-js";
import {
  buildings,
  cloudServices,
  type DeviceKind,
  deviceKinds,
  devices,
  electricVehicles,
  energyContracts,
  heatPumps,
  homeBatteries,
  smartMeters,
  solarInverters,
  users,
  wallboxes,
} from "../schema";
import { bindOrganization } from "./bind-organization";
import { manufacturers } from "./catalogue";
import {
  inventCommonFields,
  inventConnection,
  inventElectricVehicle,
  inventHeatPump,
  inventHomeBattery,
  inventModel,
  inventSmartMeter,
  inventSolarInverter,
  inventWallbox,
} from "./devices";
import { inventPerson } from "./people";
import type { Random } from "./random";

type Connection = ReturnType<typeof drizzle>;

const batch = 500;
const day = 86_400_000;

type Fleet = {
  organizationId: string;
  endUsers: number;
  devices: number;
  /** The moment that ages are counted back from. */
  now: Date;
  firstEndUser?: Partial<typeof users.$inferInsert>;
};

/** Fills one organization with end-users, their buildings and contracts, and a fleet of devices. */
export async function seedFleet(connection: Connection, random: Random, fleet: Fleet) {
  const { organizationId, now } = fleet;
  await bindOrganization(connection, organizationId);
  const services = manufacturers.map((manufacturer) => ({
    organizationId,
    id: random.id(now),
    manufacturer,
    name: `${manufacturer} Cloud`,
    instructions: `Sign in with your ${manufacturer} account and allow access to your devices.`,
    signupLink: `https://${manufacturer.toLowerCase().replace(/[^a-z]+/g, "-")}.example/sign-up`,
  }));
  await connection.insert(cloudServices).values(services);
  const serviceOf = new Map(services.map((service) => [service.manufacturer, service.id]));

  const people = Array.from({ length: fleet.endUsers }, (_, index) => {
    // Even the newest have a day behind them, so that their devices have something to show.
    const createdAt = new Date(now.getTime() - random.integer(1.2 * day, 700 * day));
    return {
      organizationId,
      id: random.id(createdAt),
      role: "user" as const,
      status: "active" as const,
      createdAt,
      updatedAt: createdAt,
      ...inventPerson(random, index + 1),
      ...(index === 0 ? fleet.firstEndUser : {}),
    };
  });
  await insertInBatches(people, (rows) => connection.insert(users).values(rows));

  const homes = people.map((person) => ({
    organizationId,
    id: random.id(person.createdAt),
    userId: person.id,
    name: random.pick(["Zuhause", "Einfamilienhaus", "Wohnhaus", "Home"]),
    propertyType: random.pick([
      "Detached",
      "Semi-detached",
      "Terraced",
      "Flat",
      "single_family_home",
    ]),
    propertySizeM2: random.integer(60, 240),
    propertyAge: random.pick(["1970-1980", "1990-2000", "2005-2015", "2016-2024"]),
    numOccupants: random.integer(1, 5),
    occupantType: random.pick(["family", "Students", null]),
    spaceHeating: random.pick(["heat_pump", "Gas boiler"]),
    waterHeating: random.pick(["heat_pump", "Gas boiler"]),
    photovoltaic: random.chance(0.4),
    streetAndNumber: person.streetAndNumber,
    zipCode: person.zipCode,
    town: person.town,
    country: person.country,
    createdAt: person.createdAt,
  }));
  await insertInBatches(homes, (rows) => connection.insert(buildings).values(rows));

  const contracts = homes
    .filter(() => random.chance(0.85))
    .map((home) => ({
      organizationId,
      id: random.id(home.createdAt),
      userId: home.userId,
      buildingId: home.id,
      meterId: inventMeterPoint(home, random.integer(10_000_000, 99_999_999)),
      supplier: random.pick(["Alpenstrom", "Donau Energie", "Nordlicht", "Stadtwerke"]),
      energyContractType: random.pick(["spot_hourly", "spot_hourly", "monthly", "yearly"] as const),
      energyPrices: [
        { price: random.integer(9, 31) / 100, timestamp: home.createdAt.toISOString() },
      ],
      currencyEnergyPrice: "EUR",
      energyPriceIncludesExternalComponents: random.chance(0.5),
      validFrom: home.createdAt.toISOString().slice(0, 10),
      createdAt: home.createdAt,
    }));
  await insertInBatches(contracts, (rows) => connection.insert(energyContracts).values(rows));

  const fleetDevices = Array.from({ length: fleet.devices }, (_, index) => {
    const home = index < homes.length ? homes[index] : random.pick(homes);
    if (!home) throw new Error("A fleet needs at least one end-user.");
    const createdAt = new Date(home.createdAt.getTime() + random.integer(5, 120) * 60_000);
    const model = inventModel(random);
    return {
      organizationId,
      id: random.id(createdAt),
      userId: home.userId,
      buildingId: home.id,
      cloudServiceId: serviceOf.get(model.manufacturer) ?? null,
      createdAt,
      updatedAt: createdAt,
      ...model,
      ...inventCommonFields(random, index + 1, now),
      ...emptyConnection,
      ...inventConnection(random, now, createdAt),
      ...(model.kind === "smart_meter" && measuresOnly),
    };
  });
  await insertInBatches(fleetDevices, (rows) => connection.insert(devices).values(rows));
  await seedKindDetails(connection, random, fleetDevices);
  await connection.execute(sql`analyze`);
}

/** Nothing of a meter is optimised. */
const measuresOnly = {
  isSmartOptimizationActive: false,
  optimizationScore: null,
  currentMode: null,
  isTradingEnabled: false,
  isForecastingEnabled: false,
  priceZone: null,
  steeringStatus: "unknown" as const,
};

/** A batch insert needs the same fields in every row. */
const emptyConnection = {
  connectionStatus: "unknown" as const,
  monitoringStatus: "unknown" as const,
  steeringStatus: "unknown" as const,
  lifecycleError: null,
  disconnectedSince: null,
  currentStateLastUpdatedAt: null,
  isSmartOptimizationActive: false,
};

/** What of each kind only its own table holds. */
const kindDetailsOf: Record<DeviceKind, { table: PgTable; invent: (random: Random) => object }> = {
  heat_pump: { table: heatPumps, invent: inventHeatPump },
  electric_vehicle: { table: electricVehicles, invent: inventElectricVehicle },
  solar_inverter: { table: solarInverters, invent: inventSolarInverter },
  wallbox: { table: wallboxes, invent: inventWallbox },
  home_battery: { table: homeBatteries, invent: inventHomeBattery },
  smart_meter: { table: smartMeters, invent: inventSmartMeter },
};

async function seedKindDetails(
  connection: Connection,
  random: Random,
  fleetDevices: { organizationId: string; id: string; kind: DeviceKind }[],
) {
  for (const kind of deviceKinds) {
    const { table, invent } = kindDetailsOf[kind];
    await insertInBatches(
      fleetDevices
        .filter((device) => device.kind === kind)
        .map(({ organizationId, id }) => ({ organizationId, deviceId: id, ...invent(random) })),
      (rows) => connection.insert(table).values(rows),
    );
  }
}

async function insertInBatches<Row>(rows: Row[], insert: (rows: Row[]) => PromiseLike<unknown>) {
  for (let start = 0; start < rows.length; start += batch) {
    await insert(rows.slice(start, start + batch));
  }
}

/** Country, grid operator, postal code and a number. */
const inventMeterPoint = (
  { country, zipCode }: { country: string | null; zipCode: string | null },
  number: number,
): string =>
  `${country ?? "AT"}001000${(zipCode ?? "").padStart(5, "0")}${String(number).padStart(20, "0")}`;
