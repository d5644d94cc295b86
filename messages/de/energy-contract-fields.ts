import type { EnergyContractField } from "@/lib/customers/energy-contracts/energy-contract-fields";

/** A label for each field of an energy contract: in its form, in lists, imports and the audit log. */
export const energyContractFields = {
  supplier: "Lieferant",
  meterId: "Zählpunkt",
  meteringKind: "Art der Messung",
  buildingId: "Gebäude",
  energyContractType: "Tarif",
  currencyEnergyPrice: "Währung",
  validFrom: "Erster Tag",
  validUntil: "Letzter Tag",
  energyPriceIncludesExternalComponents: "Inkl. Abgaben und Steuern",
} satisfies Record<EnergyContractField, string>;
