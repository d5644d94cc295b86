import type { DateTime } from "luxon";
import type { DeviceState } from "../telemetry/device-reports";
import { between, chanceOf, wave } from "./chance";

/** What of a device's record decides how it behaves. */
export type SimulatedDevice = {
  id: string;
  kind: DeviceState["kind"];
  buildingId: string | null;
  isOptimized: boolean;
  batteryCapacityKwh: number | null;
  solarPowerRatingKw: number | null;
  chargeTargetPercent: number | null;
  indoorTargetTemperature: number | null;
  /** Asked to charge at once. */
  isBoosted: boolean;
  batteryLevel: number | null;
  /** Within which a home battery is kept, in percent. */
  minBatteryCharge: number | null;
  maxBatteryCharge: number | null;
};

const hour = 3_600_000;

/** The state that a device of the sandbox is in at a moment, as its clock on the wall shows it. */
export function simulateDevice(device: SimulatedDevice, at: DateTime): DeviceState {
  switch (device.kind) {
    case "heat_pump":
      return simulateHeatPump(device, at);
    case "electric_vehicle":
      return simulateVehicle(device, at);
    case "solar_inverter":
      return simulateInverter(device, at);
    case "wallbox":
      return simulateWallbox(device, at);
    case "home_battery":
      return simulateHomeBattery(device, at);
    case "smart_meter":
      return simulateMeter(device, at);
  }
}

const round = (value: number, digits = 0) => Number(value.toFixed(digits));

/** Degrees Celsius in central Europe: the year's and the day's swing, and some weather. */
export function outdoorTemperature(at: DateTime): number {
  const season = 10 - 10.5 * Math.cos(((at.ordinal - 20) / 365) * 2 * Math.PI);
  const daily = 3.5 * Math.cos(((clockOf(at) - 15) / 24) * 2 * Math.PI);
  return season + daily + (wave("weather", at.toMillis(), 36 * hour) - 0.5) * 9;
}

/** The hour of the day with its fraction. */
const clockOf = (at: DateTime) => at.hour + at.minute / 60 + at.second / 3600;

function simulateHeatPump(device: SimulatedDevice, at: DateTime): DeviceState {
  const outdoor = outdoorTemperature(at);
  const target = device.indoorTargetTemperature ?? 21;
  const clock = clockOf(at);
  const isHotWater = inWindow(clock, 5, 0.8) || inWindow(clock, 14, 0.7);
  const demand = Math.max(0, Math.min(1, (17 - outdoor) / 27));
  // Cheap hours at night and around noon take more of the day's heat when the device is optimised.
  const isCheap = inWindow(clock, 1, 4) || inWindow(clock, 11, 4);
  const share = device.isOptimized ? demand * (isCheap ? 1.5 : 0.75) : demand;
  const isHeating = wave(`${device.id} cycle`, at.toMillis(), 0.7 * hour) < share;
  const size = between(1800, 4200, device.id, "size");
  const power = isHotWater
    ? size * 0.8
    : isHeating
      ? size * (0.45 + 0.55 * demand)
      : between(8, 30, device.id, "idle");
  const indoor =
    target - 0.4 + wave(`${device.id} room`, at.toMillis(), 2.5 * hour) * 1.1 - demand * 0.4;
  const hotWater = 52 - 9 * Math.min(1, sinceWindow(clock) / 9);
  const flow = 28 + demand * 14 + (isHeating ? 4 : 0);
  return {
    kind: "heat_pump",
    currentPowerConsumptionW: round(power * (0.97 + 0.06 * chanceOf(device.id, at.toMillis()))),
    operationalMode: isHotWater ? "hot_water" : isHeating ? "heating" : "standby",
    outdoorTemperature: round(outdoor, 1),
    inletTemperature: round(flow - 5, 1),
    outletTemperature: round(flow, 1),
    indoorActualTemperature: round(indoor, 1),
    indoorTargetTemperature: target,
    dhwTemperature: round(hotWater, 1),
  };
}

const inWindow = (clock: number, start: number, length: number) =>
  clock >= start && clock < start + length;

/** Hours since hot water was last made. */
function sinceWindow(clock: number): number {
  const since = [5.8, 14.7].map((end) => (clock - end + 24) % 24);
  return Math.min(...since);
}

/** A night at home: arrival in the evening, cheap charging after midnight, departure in the morning. */
function nightOf(device: SimulatedDevice, at: DateTime) {
  const evening = at.hour < 12 ? at.minus({ days: 1 }).startOf("day") : at.startOf("day");
  const seed = `${device.id} ${evening.toISODate()}`;
  const arrives = evening.plus({ hours: between(16.5, 19.5, seed, "arrives") });
  const departs = evening.plus({ days: 1, hours: between(6.5, 8.5, seed, "departs") });
  const starts = device.isOptimized
    ? evening.plus({ days: 1, hours: between(0.5, 2.5, seed, "starts") })
    : arrives.plus({ minutes: 5 });
  return {
    arrives,
    departs,
    starts,
    isAtHome: chanceOf(seed, "home") < 0.85,
    levelAtArrival: between(28, 68, seed, "level"),
  };
}

function simulateVehicle(device: SimulatedDevice, at: DateTime): DeviceState {
  const night = nightOf(device, at);
  const capacity = device.batteryCapacityKwh ?? 65;
  const rate = between(3.6, 11, device.id, "rate") * 1000;
  const target = device.chargeTargetPercent ?? 80;
  const isPluggedIn = night.isAtHome && at >= night.arrives && at < night.departs;
  const gained = (hours: number) => (Math.max(0, hours) * rate) / 10 / capacity;
  const full = Math.max(target, night.levelAtArrival);
  const planned = night.levelAtArrival + gained(at.diff(night.starts).as("hours"));
  const driven =
    full - (full - 35) * Math.min(1, Math.max(0, at.diff(night.departs).as("hours") / 9));
  const isBoosted = device.isBoosted && isPluggedIn;
  const level = !isPluggedIn
    ? driven
    : isBoosted
      ? Math.min(100, (device.batteryLevel ?? planned) + gained(1 / 12))
      : Math.min(full, planned);
  const isFullyCharged = isPluggedIn && round(level) >= (isBoosted ? 100 : full) - 0.5;
  const isCharging = isPluggedIn && !isFullyCharged && (isBoosted || at >= night.starts);
  const chargeRateW = isCharging
    ? round(rate * (0.96 + 0.04 * chanceOf(device.id, at.toMillis())))
    : 0;
  return {
    kind: "electric_vehicle",
    isPluggedIn,
    isCharging,
    isFullyCharged,
    batteryLevel: round(Math.max(3, Math.min(100, level))),
    chargeRateW,
    drivingRange: round(Math.max(3, level) * capacity * between(0.052, 0.064, device.id, "range")),
    chargeTimeRemaining: isCharging
      ? round((((full - Math.min(full, level)) / 100) * capacity * 1000 * 3600) / rate)
      : 0,
  };
}

function simulateInverter(device: SimulatedDevice, at: DateTime): DeviceState {
  const production = solarPower(device, device.solarPowerRatingKw ?? 8, at);
  const household = householdPower(device, at);
  const surplus = production - household;
  const level = batteryLevel(device, clockOf(at), clearnessAt(at));
  const limit = device.batteryCapacityKwh ? 2500 : 0;
  const isRoom = surplus > 0 ? level < 95 : level > 20;
  const battery = isRoom ? -Math.max(-limit, Math.min(limit, surplus)) : 0;
  return {
    kind: "solar_inverter",
    currentSolarProductionW: production,
    householdConsumptionW: household,
    batteryChargeDischargePowerW: battery,
    currentPowerToGridW: surplus + battery,
    solarSurplusW: surplus,
    ...(device.batteryCapacityKwh ? { batteryChargeLevelPercent: round(level) } : {}),
  };
}

const clearnessAt = (at: DateTime) => 0.25 + 0.75 * wave("clouds", at.toMillis(), 5 * hour);

/** What the sun gives, in W, by the peak power of the panels in kW. */
function solarPower({ id }: SimulatedDevice, ratingKw: number, at: DateTime): number {
  const clock = clockOf(at);
  const daylight = 12 - 4 * Math.cos(((at.ordinal + 10) / 365) * 2 * Math.PI);
  const sun = Math.max(0, Math.cos(((clock - 12.6) / daylight) * Math.PI));
  const isDay = Math.abs(clock - 12.6) < daylight / 2;
  const flicker = 0.85 + 0.15 * wave(`${id} cloud`, at.toMillis(), 0.3 * hour);
  const strength = 0.35 + (0.5 * (daylight - 8)) / 8;
  return isDay ? round(ratingKw * 1000 * sun * strength * clearnessAt(at) * flicker) : 0;
}

/** What a home takes, in W. */
function householdPower({ id, buildingId }: SimulatedDevice, at: DateTime): number {
  const clock = clockOf(at);
  const evening =
    Math.exp(-(((clock - 19) / 2.2) ** 2)) + 0.6 * Math.exp(-(((clock - 7.5) / 1.2) ** 2));
  return round(
    180 + 1400 * evening + 700 * wave(`${buildingId ?? id} home`, at.toMillis(), 0.5 * hour) ** 3,
  );
}

/** Lowest before the sun is strong, highest in the afternoon; a grey day fills less. */
function batteryLevel(device: SimulatedDevice, clock: number, clearness: number): number {
  const highest = 35 + 62 * clearness;
  const lowest = between(20, 26, device.id, "lowest");
  if (clock < 8) return lowest + ((highest - lowest) * Math.max(0, 3 - clock)) / 12;
  if (clock < 14) return lowest + ((highest - lowest) * (clock - 8)) / 6;
  if (clock < 17) return highest;
  return highest - ((highest - lowest) * (clock - 17)) / 9.5;
}

function simulateWallbox(device: SimulatedDevice, at: DateTime): DeviceState {
  const night = nightOf(device, at);
  const isPluggedIn = night.isAtHome && at >= night.arrives && at < night.departs;
  const ends = night.starts.plus({ hours: between(2, 4.5, device.id, "hours") });
  const isCharging = isPluggedIn && at >= night.starts && at < ends;
  return {
    kind: "wallbox",
    isPluggedIn,
    isCharging,
    isOcppConnected: true,
    chargePowerW: isCharging ? round(between(6900, 7400, device.id, at.toMillis())) : 0,
  };
}

/** Filled by the sun until the afternoon and empty by midnight; optimised, also filled a little in cheap hours. */
function simulateHomeBattery(device: SimulatedDevice, at: DateTime): DeviceState {
  const capacity = device.batteryCapacityKwh ?? 10;
  const lowest = device.minBatteryCharge ?? 10;
  const highest = Math.max(lowest, device.maxBatteryCharge ?? 95);
  const levelAt = (share: number) => lowest + (highest - lowest) * share;
  const isSunny = chanceOf("clouds", at.toISODate() ?? "");
  const cheap = device.isOptimized ? 0.3 : 0;
  const { value, slope } = along(
    [
      [0, levelAt(0)],
      [1, levelAt(0)],
      [4, levelAt(cheap)],
      [6, levelAt(cheap)],
      [8, levelAt(0)],
      [14, levelAt(0.4 + 0.6 * isSunny)],
      [17, levelAt(0.4 + 0.6 * isSunny)],
      [24, levelAt(0)],
    ],
    clockOf(at),
  );
  return {
    kind: "home_battery",
    // A percent of the capacity in an hour is ten times the capacity in W.
    batteryChargeDischargePowerW: round(-slope * capacity * 10) || 0,
    batteryChargeLevelPercent: round(value),
    batteryCapacityKwh: capacity,
  };
}

/** Where a line through some points is, and how steep. */
function along(points: [at: number, value: number][], at: number) {
  const next = points.findIndex(([start]) => start > at);
  const [start, before] = points[next - 1] ?? [0, 0];
  const [end, after] = points[next] ?? [start + 1, before];
  const slope = (after - before) / (end - start);
  return { value: before + slope * (at - start), slope };
}

/** Registers begin here, in a home of half of which the roof has panels. */
const registersBegin = Date.UTC(2020, 0, 1);

function simulateMeter(device: SimulatedDevice, at: DateTime): DeviceState {
  const rating = chanceOf(device.id, "panels") < 0.5 ? 0 : between(4, 10, device.id, "rating");
  const hours = (at.toMillis() - registersBegin) / hour;
  return {
    kind: "smart_meter",
    currentPowerToGridW: solarPower(device, rating, at) - householdPower(device, at),
    importedEnergyKwh: round(hours * between(0.3, 0.6, device.id, "imported"), 1),
    exportedEnergyKwh: round(hours * rating * 0.06, 1),
  };
}
