import { withoutUndefined } from "@/lib/core/records/object-fields";
import { z } from "@/lib/core/validation/problems";
import {
  energyContractFields,
  energyContractTypes,
} from "@/lib/customers/energy-contracts/energy-contract-fields";
import type { EnergyContractRecord } from "@/lib/customers/energy-contracts/energy-contract-records";
import { buildingBody, iso, moment, sentBuilding, shownMoment, text } from "../fields";
import { answersOf, bodiesOf, sentFields, shownFields } from "../record-fields";

const labelNames = ["Spot Hourly", "Monthly", "Yearly"] as const;
type Label = (typeof labelNames)[number];

/** The guides write labels where the reference has values; both are understood. */
const labels: Record<Label, (typeof energyContractTypes)[number]> = {
  "Spot Hourly": "spot_hourly",
  Monthly: "monthly",
  Yearly: "yearly",
};

const isLabel = (type: string): type is Label => type in labels;

/** What the API calls by the same name in requests and answers. */
const { buildingId: _, ...sharedFields } = energyContractFields;

const price = z.object({ price: z.number().min(-100).max(100), timestamp: moment });
const prices = z.array(price).max(10_000).optional();

const writable = {
  ...bodiesOf(energyContractFields),
  ...buildingBody,
  building_id: buildingBody.building_id.meta({
    description: "null: for all buildings of the person.",
  }),
  energy_contract_type: z
    .enum([...energyContractTypes, ...labelNames])
    .nullable()
    .optional(),
  energy_prices: prices.meta({
    description: "Per kWh in the contract's currency; each holds from its moment on.",
  }),
  energy_price: prices,
  currency_energy_price: text(3).meta({ example: "EUR" }),
};

export const createContractBody = z.object(writable).meta({ id: "CreateEnergyContract" });
export const updateContractBody = z.object(writable).meta({ id: "UpdateEnergyContract" });

export const contractSchema = z
  .object({
    id: z.uuid(),
    owner: z.uuid(),
    building: z.uuid().nullable(),
    ...answersOf(sharedFields),
    energy_prices: z.array(price),
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
    ...shownFields(sharedFields, contract),
    energy_prices: contract.energyPrices,
    created_at: contract.createdAt.toISOString(),
    updated_at: contract.updatedAt.toISOString(),
    deleted_at: iso(contract.deletedAt),
  };
}

/** What was sent, under the names that use-cases know. */
export function sentContract(body: z.output<typeof updateContractBody>) {
  const type = body.energy_contract_type;
  return withoutUndefined({
    ...sentFields(energyContractFields, body),
    buildingId: sentBuilding(body),
    energyContractType: type && (isLabel(type) ? labels[type] : type),
    energyPrices: body.energy_prices ?? body.energy_price,
    isMeterNumberAllowed: true,
  });
}
