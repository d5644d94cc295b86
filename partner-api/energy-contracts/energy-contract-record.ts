import { withoutUndefined } from "@/lib/core/validation/changes-of";
import { z } from "@/lib/core/validation/problems";
import type { EnergyContractRecord } from "@/lib/customers/energy-contracts/energy-contract-records";
import { energyContractTypes } from "@/lib/customers/energy-contracts/energy-contract-schema";
import { iso, moment, shownMoment, shownText, text } from "../fields";

const labelNames = ["Spot Hourly", "Monthly", "Yearly"] as const;
type Label = (typeof labelNames)[number];

/** The guides write labels where the reference has values; both are understood. */
const labels: Record<Label, (typeof energyContractTypes)[number]> = {
  "Spot Hourly": "spot_hourly",
  Monthly: "monthly",
  Yearly: "yearly",
};

const isLabel = (type: string): type is Label => type in labels;

const price = z.object({ price: z.number().min(-100).max(100), timestamp: moment });
const prices = z.array(price).max(10_000).optional();

const writable = {
  building_id: z
    .uuid()
    .nullable()
    .optional()
    .meta({ description: "null: for all buildings of the person." }),
  meter_id: text(19),
  supplier: text(100),
  energy_contract_type: z
    .enum([...energyContractTypes, ...labelNames])
    .nullable()
    .optional(),
  energy_prices: prices.meta({
    description: "Per kWh in the contract's currency; each holds from its moment on.",
  }),
  energy_price: prices,
  currency_energy_price: text(3).meta({ example: "EUR" }),
  energy_price_includes_external_components: z.boolean().nullable().optional(),
  valid_from: z.iso.date().nullable().optional(),
  valid_until: z.iso.date().nullable().optional(),
};

export const createContractBody = z.object(writable).meta({ id: "CreateEnergyContract" });
export const updateContractBody = z.object(writable).meta({ id: "UpdateEnergyContract" });

export const contractSchema = z
  .object({
    id: z.uuid(),
    owner: z.uuid(),
    building: z.uuid().nullable(),
    meter_id: shownText,
    supplier: shownText,
    energy_contract_type: z.enum(energyContractTypes).nullable(),
    energy_prices: z.array(price),
    currency_energy_price: shownText,
    energy_price_includes_external_components: z.boolean().nullable(),
    valid_from: z.iso.date().nullable(),
    valid_until: z.iso.date().nullable(),
    created_at: moment,
    updated_at: moment,
    deleted_at: shownMoment,
  })
  .meta({ id: "EnergyContract" });

export function toContract(contract: EnergyContractRecord): z.input<typeof contractSchema> {
  return {
    id: contract.id,
    owner: contract.userId,
    building: contract.buildingId,
    meter_id: contract.meterId,
    supplier: contract.supplier,
    energy_contract_type: contract.energyContractType,
    energy_prices: contract.energyPrices,
    currency_energy_price: contract.currencyEnergyPrice,
    energy_price_includes_external_components: contract.energyPriceIncludesExternalComponents,
    valid_from: contract.validFrom,
    valid_until: contract.validUntil,
    created_at: contract.createdAt.toISOString(),
    updated_at: contract.updatedAt.toISOString(),
    deleted_at: iso(contract.deletedAt),
  };
}

/** What was sent, under the names that use-cases know. */
export function sentContract(body: z.output<typeof updateContractBody>) {
  const type = body.energy_contract_type;
  return withoutUndefined({
    buildingId: body.building_id,
    meterId: body.meter_id,
    supplier: body.supplier,
    energyContractType: type && (isLabel(type) ? labels[type] : type),
    energyPrices: body.energy_prices ?? body.energy_price,
    currencyEnergyPrice: body.currency_energy_price,
    energyPriceIncludesExternalComponents:
      body.energy_price_includes_external_components ?? undefined,
    validFrom: body.valid_from,
    validUntil: body.valid_until,
  });
}
