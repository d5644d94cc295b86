import type { EnergyContractField } from "@/lib/customers/energy-contracts/energy-contract-fields";

/** A label for each field of an energy contract: in its form, in lists, imports and the audit log. */
export const energyContractFields = {
  supplier: "Supplier",
  meterId: "Meter point",
  meteringKind: "Metering type",
  buildingId: "Building",
  energyContractType: "Tariff",
  currencyEnergyPrice: "Currency",
  validFrom: "First day",
  validUntil: "Last day",
  energyPriceIncludesExternalComponents: "Includes fees and taxes",
} satisfies Record<EnergyContractField, string>;
