import { buildingFields } from "../../lib/customers/buildings/building-fields";
import { listedEndUserFields } from "../../lib/customers/end-users/end-user-fields";
import { energyContractFields } from "../../lib/customers/energy-contracts/energy-contract-fields";
import type { CopiedRow } from "../../lib/operations/imports/copy-schema";
import type { SourceCustomer, SourceDevice, SourceRecord } from "./read-source";

export type CustomerRows = Record<
  "end-user" | "building" | "energy-contract" | "device",
  CopiedRow[]
>;

type Cells = Record<string, string>;

/** The rows of an import that an end-user of another installation and their records make. */
export function toRows({ user, buildings, contracts, devices }: SourceCustomer): CustomerRows {
  const owner = user.id;
  const rowOf = ({ id }: SourceRecord, cells: Cells) => ({ sourceId: id, cells });
  return {
    "end-user": [rowOf(user, fieldCells(listedEndUserFields, user))],
    building: buildings.map((building) =>
      rowOf(building, { owner, ...fieldCells(buildingFields, building) }),
    ),
    "energy-contract": contracts.map((contract) =>
      rowOf(contract, {
        owner,
        ...fieldCells(energyContractFields, contract),
        building: cellOf(contract.building),
        energyPrices: JSON.stringify(contract.energy_prices ?? contract.energy_price ?? []),
      }),
    ),
    device: devices.map((device) => rowOf(device.record, { owner, ...deviceCells(device) })),
  };
}

function deviceCells({ kind, record }: SourceDevice): Cells {
  const model = (record.device_model ?? {}) as Record<string, unknown>;
  return {
    kind,
    building: cellOf(record.building),
    manufacturer: cellOf(model.manufacturer),
    model: cellOf(model.model),
    modelYear: cellOf(model.year),
    externalDeviceId: cellOf(record.external_device_id),
    isSmartOptimizationActive: cellOf(record.is_smart_optimization_active),
    comment: cellOf(record.comment),
    priceZone: cellOf(record.price_zone),
    isTradingEnabled: cellOf(record.is_trading_enabled),
    isForecastingEnabled: cellOf(record.is_forecasting_enabled),
    isInverterForcedModeEnabled: cellOf(record.is_inverter_forced_mode_enabled),
    pausePowerUntil: cellOf(record.pause_power_until),
  };
}

const fieldCells = (fields: Record<string, { apiName: string }>, record: SourceRecord): Cells =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { apiName }]) => [name, cellOf(record[apiName])]),
  );

const cellOf = (value: unknown): string =>
  value === null || value === undefined ? "" : String(value);
