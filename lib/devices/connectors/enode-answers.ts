import { z } from "@/lib/core/validation/problems";
import type { DeviceState } from "../telemetry/device-reports";
import type { DeviceKind } from "./connector";

const number = z.number().nullish();
const flag = z.boolean().nullish();
const moment = z.string().nullish();

const charge = z
  .object({
    batteryLevel: number,
    range: number,
    isPluggedIn: flag,
    isCharging: flag,
    isFullyCharged: flag,
    /** kW */
    chargeRate: number,
    /** Minutes. */
    chargeTimeRemaining: number,
    lastUpdated: moment,
  })
  .nullish();

/** An asset of any kind, as far as we read it (Enode API 2024-10-01). */
const asset = z.object({
  id: z.string().min(1).max(255),
  vendor: z.string(),
  lastSeen: moment,
  information: z
    .object({ brand: z.string().nullish(), model: z.string().nullish(), year: number })
    .nullish(),
  chargeState: charge,
  productionState: z.object({ productionRate: number, lastUpdated: moment }).nullish(),
  temperatureState: z.object({ currentTemperature: number, lastUpdated: moment }).nullish(),
});

export type EnodeAsset = z.output<typeof asset>;

export const assetsAnswer = z.object({
  data: z.array(asset).max(1000),
  pagination: z.object({ after: z.string().nullish() }).nullish(),
});

export const linkAnswer = z.object({ linkUrl: z.url() });

export const userAnswer = z.object({
  linkedVendors: z.array(z.object({ vendor: z.string(), isValid: z.boolean() })),
});

const whole = (value: number | null | undefined, factor = 1) =>
  typeof value === "number" ? Math.round(value * factor) : undefined;

/** What an asset says, in our words and units. @returns undefined for one that has said nothing yet */
export function readingOf(
  kind: DeviceKind,
  found: EnodeAsset,
): { measuredAt: Date; state: DeviceState } | undefined {
  const { chargeState, productionState, temperatureState } = found;
  const at =
    chargeState?.lastUpdated ??
    productionState?.lastUpdated ??
    temperatureState?.lastUpdated ??
    found.lastSeen;
  if (!at || Number.isNaN(Date.parse(at))) return undefined;
  return { measuredAt: new Date(at), state: stateOf(kind, found) };
}

function stateOf(kind: DeviceKind, found: EnodeAsset): DeviceState {
  const { chargeState, productionState, temperatureState } = found;
  const plug = {
    isPluggedIn: chargeState?.isPluggedIn ?? undefined,
    isCharging: chargeState?.isCharging ?? undefined,
  };
  switch (kind) {
    case "electric_vehicle":
      return {
        kind,
        ...plug,
        isFullyCharged: chargeState?.isFullyCharged ?? undefined,
        batteryLevel: whole(chargeState?.batteryLevel),
        chargeRateW: whole(chargeState?.chargeRate, 1000),
        drivingRange: whole(chargeState?.range),
        chargeTimeRemaining: whole(chargeState?.chargeTimeRemaining, 60),
      };
    case "wallbox":
      return { kind, ...plug, chargePowerW: whole(chargeState?.chargeRate, 1000) };
    case "solar_inverter":
      return { kind, currentSolarProductionW: whole(productionState?.productionRate, 1000) };
    case "heat_pump":
      return {
        kind,
        indoorActualTemperature: temperatureState?.currentTemperature ?? undefined,
      };
  }
}
