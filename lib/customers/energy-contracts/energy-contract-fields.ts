import type { energyContracts } from "@/db/schema";
import type { FieldDefinition } from "@/lib/core/records/field-table";

/** Columns that the portal keeps itself, and prices, which are a list with a history. */
type KeptColumn =
  | "organizationId"
  | "id"
  | "userId"
  | "energyPrices"
  | "createdAt"
  | "updatedAt"
  | "deletedAt"
  | "version";

export type EnergyContractField = Exclude<keyof typeof energyContracts.$inferSelect, KeptColumn>;

export const energyContractTypes = ["spot_hourly", "monthly", "yearly"] as const;

export const meteringKinds = ["household", "heat_pump", "feed_in"] as const;

/**
 * What people write of an energy contract: the source of its schema, form, API fields, audit labels and erasure. A
 * column of `energy_contracts` that is missing here does not compile.
 */
export const energyContractFields = {
  supplier: {
    kind: "text",
    maxLength: 100,
    apiName: "supplier",
    isPersonal: false,
    group: "contract",
  },
  meterId: {
    kind: "meterPoint",
    apiName: "meter_id",
    isPersonal: true,
    group: "contract",
  },
  /** What is behind the meter: a building can have one for each. */
  meteringKind: {
    kind: "choice",
    choices: meteringKinds,
    apiName: "metering_kind",
    isPersonal: false,
    group: "metering",
  },
  /** Empty: for all buildings of the end-user. */
  buildingId: { kind: "recordId", apiName: "building_id", isPersonal: false, group: "building" },
  energyContractType: {
    kind: "choice",
    choices: energyContractTypes,
    apiName: "energy_contract_type",
    isPersonal: false,
    group: "tariff",
  },
  currencyEnergyPrice: {
    kind: "currency",
    apiName: "currency_energy_price",
    isPersonal: false,
    group: "price",
  },
  validFrom: { kind: "day", apiName: "valid_from", isPersonal: false, group: "validity" },
  validUntil: { kind: "day", apiName: "valid_until", isPersonal: false, group: "validity" },
  energyPriceIncludesExternalComponents: {
    kind: "flag",
    apiName: "energy_price_includes_external_components",
    isPersonal: false,
    group: "validity",
  },
} as const satisfies Record<EnergyContractField, FieldDefinition>;
