import { z } from "@/lib/core/validation/problems";
import { type TakenState, takeState } from "../telemetry/take-state";
import { listOf } from "./call-manufacturer";
import type { DeviceKind } from "./connector";

/** Judged one by one later. */
const value = z.unknown().optional();
const moment = z.string().nullish().catch(null);

const charge = z
  .object({
    batteryLevel: value,
    range: value,
    isPluggedIn: value,
    isCharging: value,
    isFullyCharged: value,
    /** kW; of a battery positive while charging. */
    chargeRate: value,
    /** kWh */
    batteryCapacity: value,
    /** Minutes. */
    chargeTimeRemaining: value,
    lastUpdated: moment,
  })
  .nullish();

/** An asset of any kind, as far as we read it (Enode API 2024-10-01). */
const asset = z.object({
  id: z.string().min(1).max(255),
  vendor: z.string(),
  lastSeen: moment,
  information: z
    .object({
      brand: z.string().nullish(),
      model: z.string().nullish(),
      year: z.number().int().nullish().catch(null),
    })
    .nullish(),
  chargeState: charge,
  productionState: z.object({ productionRate: value, lastUpdated: moment }).nullish(),
  /** kW, positive while importing. */
  energyState: z.object({ power: value, lastUpdated: moment }).nullish(),
  temperatureState: z.object({ currentTemperature: value, lastUpdated: moment }).nullish(),
});

export type EnodeAsset = z.output<typeof asset>;

export const assetsAnswer = z.object({
  data: listOf(asset),
  pagination: z.object({ after: z.string().nullish() }).nullish(),
});

export const linkAnswer = z.object({ linkUrl: z.url() });

export const userAnswer = z.object({
  linkedVendors: z.array(z.object({ vendor: z.string(), isValid: z.boolean() })),
});

/** Numbers may come as anything: `takeState` says of those that are none what they were. */
const times = (value: unknown, factor: number) =>
  typeof value === "number" ? value * factor : value;

/** What an asset says, in our words and units. @returns undefined for one that has said nothing yet */
export function readingOf(
  kind: DeviceKind,
  found: EnodeAsset,
): ({ measuredAt: Date } & TakenState) | undefined {
  const { chargeState, productionState, energyState, temperatureState } = found;
  const at =
    chargeState?.lastUpdated ??
    productionState?.lastUpdated ??
    energyState?.lastUpdated ??
    temperatureState?.lastUpdated ??
    found.lastSeen;
  if (!at || Number.isNaN(Date.parse(at))) return undefined;
  return { measuredAt: new Date(at), ...takeState(kind, valuesOf(kind, found)) };
}

function valuesOf(kind: DeviceKind, found: EnodeAsset): Record<string, unknown> {
  const { chargeState, productionState, energyState, temperatureState } = found;
  const plug = { isPluggedIn: chargeState?.isPluggedIn, isCharging: chargeState?.isCharging };
  switch (kind) {
    case "electric_vehicle":
      return {
        ...plug,
        isFullyCharged: chargeState?.isFullyCharged,
        batteryLevel: chargeState?.batteryLevel,
        chargeRateW: times(chargeState?.chargeRate, 1000),
        drivingRange: chargeState?.range,
        chargeTimeRemaining: times(chargeState?.chargeTimeRemaining, 60),
      };
    case "wallbox":
      return { ...plug, chargePowerW: times(chargeState?.chargeRate, 1000) };
    case "solar_inverter":
      return { currentSolarProductionW: times(productionState?.productionRate, 1000) };
    case "heat_pump":
      return { indoorActualTemperature: temperatureState?.currentTemperature };
    case "home_battery":
      return {
        // Enode's rate is positive while charging.
        batteryChargeDischargePowerW: times(chargeState?.chargeRate, -1000),
        batteryChargeLevelPercent: chargeState?.batteryLevel,
        batteryCapacityKwh: chargeState?.batteryCapacity,
      };
    case "smart_meter":
      return { currentPowerToGridW: times(energyState?.power, -1000) };
  }
}
