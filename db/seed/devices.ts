import { type DeviceKind, deviceKinds, type devices } from "../schema";
import { catalogue } from "./catalogue";
import type { Random } from "./random";

type NewDevice = typeof devices.$inferInsert;

const hour = 3_600_000;

/** How long a device is silent before it counts as stale, as organizations have it at first. */
const staleAfter = 3 * hour;

/** The connection a device is believably in, and how long ago it last spoke. */
export function inventConnection(random: Random, now: Date, createdAt: Date) {
  const ago = (milliseconds: number) =>
    new Date(Math.max(createdAt.getTime(), now.getTime() - milliseconds));
  const roll = random.next();
  if (roll < 0.86) {
    const isStale = random.chance(0.06);
    const steeringStatus = random.chance(0.95) ? ("ok" as const) : ("warning" as const);
    const spokeAt = ago(isStale ? random.integer(3, 40) * hour : random.integer(1, 14) * 60_000);
    return {
      isAuthenticated: true,
      lifecycleState: "authenticated" as const,
      connectionStatus: isStale ? ("warning" as const) : ("ok" as const),
      monitoringStatus: isStale ? ("warning" as const) : ("ok" as const),
      steeringStatus,
      currentStateLastUpdatedAt: spokeAt,
      // Known as such already: all found at once they would look like their manufacturers' trouble.
      ...(isStale && {
        staleSince: new Date(Math.min(now.getTime(), spokeAt.getTime() + staleAfter)),
      }),
      isSmartOptimizationActive: random.chance(0.82),
    };
  }
  if (roll < 0.94) {
    const since = ago((1 + random.next() ** 2 * 24 * 40) * hour);
    return {
      isAuthenticated: false,
      lifecycleState: "disconnected" as const,
      connectionStatus: "error" as const,
      monitoringStatus: "unknown" as const,
      steeringStatus: "unknown" as const,
      disconnectedSince: since,
      currentStateLastUpdatedAt: since,
      isSmartOptimizationActive: random.chance(0.5),
    };
  }
  if (roll < 0.98) return { isAuthenticated: false, lifecycleState: "pending" as const };
  const since = ago(random.integer(1, 200) * hour);
  return {
    isAuthenticated: false,
    lifecycleState: "error" as const,
    lifecycleError: random.pick([
      "Manufacturer refused the request (403)",
      "Account has no such device",
    ]),
    connectionStatus: "error" as const,
    disconnectedSince: since,
    currentStateLastUpdatedAt: since,
  };
}

/** Of a fleet that grew around heat pumps. */
const shares: Record<DeviceKind, number> = {
  heat_pump: 0.4,
  electric_vehicle: 0.24,
  solar_inverter: 0.2,
  wallbox: 0.08,
  home_battery: 0.05,
  smart_meter: 0.03,
};

function inventKind(random: Random): DeviceKind {
  let roll = random.next();
  for (const kind of deviceKinds) {
    roll -= shares[kind];
    if (roll < 0) return kind;
  }
  return "heat_pump";
}

export function inventModel(random: Random) {
  const kind = inventKind(random);
  const { manufacturer, models } = random.pick(catalogue[kind]);
  return { kind, manufacturer, model: random.pick(models), modelYear: random.integer(2019, 2026) };
}

/** Everything all kinds share besides connection, model and owner. */
export function inventCommonFields(random: Random, serial: number, now: Date): Partial<NewDevice> {
  const lastDay = random.decimal(2, 38);
  return {
    externalDeviceId: `SN-${(serial * 7919).toString(36).toUpperCase().padStart(9, "0")}`,
    priceZone: random.chance(0.7) ? "AT" : "DE_LU",
    optimizationScore: random.decimal(35, 99),
    comment: random.chance(0.04) ? "Prefers calls in the evening." : null,
    isTradingEnabled: random.chance(0.3),
    isForecastingEnabled: random.chance(0.6),
    currentMode: random.pick(["min", "low", "mid", "max"]),
    actualSteeringState: "unknown",
    lastMonitoringExecutedAt: new Date(now.getTime() - random.integer(1, 15) * 60_000),
    consumptionLastDayKwh: lastDay,
    consumptionLastWeekKwh: Math.round(lastDay * random.decimal(5, 8) * 10) / 10,
    consumptionLastMonthKwh: Math.round(lastDay * random.decimal(22, 33) * 10) / 10,
    consumptionLastUpdatedAt: new Date(now.getTime() - random.integer(1, 12) * hour),
  };
}

export function inventHeatPump(random: Random) {
  const outdoor = random.decimal(-6, 14);
  const isRunning = random.chance(0.6);
  return {
    currentPowerConsumptionW: isRunning ? random.integer(500, 5000) : random.integer(8, 40),
    operationalMode: isRunning ? random.pick(["heating", "hot_water"]) : "standby",
    outdoorTemperature: outdoor,
    inletTemperature: random.decimal(26, 34),
    outletTemperature: random.decimal(33, 46),
    indoorActualTemperature: random.chance(0.7) ? random.decimal(19, 23) : null,
    indoorTargetTemperature: random.decimal(20, 22),
    dhwTemperature: random.decimal(41, 55),
    dhwStandardTemperature: 48,
    indoorTargetTemperatureOffset: 0,
    optimizationLevel: random.pick(["Low", "Mid", "Max"] as const),
    isSpaceHeatingEnabled: true,
    isHotWaterHeatingEnabled: random.chance(0.9),
    isPoolHeatingEnabled: random.chance(0.03),
    isSpaceCoolingEnabled: random.chance(0.2),
    isHeatingPolicyEnabled: random.chance(0.5),
    heatingPolicyName: "Standard",
    minimumTemperatureLimit: 19,
    maximumTemperatureLimit: 23.5,
    minimumDhwTemperatureLimit: 42,
    isAwayModeEnabled: false,
  };
}

export function inventElectricVehicle(random: Random) {
  const isPluggedIn = random.chance(0.45);
  const batteryLevel = random.integer(12, 100);
  const isFullyCharged = isPluggedIn && batteryLevel > 95;
  const isCharging = isPluggedIn && !isFullyCharged && random.chance(0.4);
  return {
    isPluggedIn,
    isCharging,
    isFullyCharged,
    batteryLevel,
    batteryCapacityKwh: random.pick([58, 62, 75, 77, 82]),
    chargeRateW: isCharging ? random.integer(2300, 11_000) : 0,
    drivingRange: Math.round(batteryLevel * random.decimal(3.2, 4.6)),
    chargeTimeRemaining: isCharging ? random.integer(900, 21_600) : null,
    chargeTargetMin: 50,
    chargeTargetMax: random.pick([80, 90, 100]),
    isChargePolicyEnabled: random.chance(0.65),
    minimumChargeLimit: random.pick([50, 60, 70, 80]),
    chargeDeadlineAt: random.pick(["06:00", "06:30", "07:00", "08:00"]),
    gridExportStartThresholdW: 1500,
    gridExportStopThresholdW: 200,
    boostState:
      isPluggedIn && !isCharging && !isFullyCharged
        ? ("available" as const)
        : ("unavailable" as const),
    boostForNextSession: false,
  };
}

export function inventSolarInverter(random: Random) {
  const rating = random.decimal(3, 15);
  const production = Math.round(rating * 1000 * random.next() * 0.6);
  const household = random.integer(180, 2600);
  const isBatteryConnected = random.chance(0.6);
  const battery = isBatteryConnected ? random.integer(-2500, 2500) : 0;
  return {
    currentSolarProductionW: production,
    householdConsumptionW: household,
    batteryChargeDischargePowerW: battery,
    currentPowerToGridW: production + battery - household,
    solarSurplusW: production - household,
    batteryChargeLevelPercent: isBatteryConnected ? random.integer(8, 100) : null,
    solarPowerRatingKw: rating,
    isBatteryConnected,
    batteryCapacityKwh: isBatteryConnected ? random.pick([5.1, 7.7, 10.2, 12.8]) : null,
    minBatteryCharge: isBatteryConnected ? 20 : null,
    maxBatteryCharge: isBatteryConnected ? 95 : null,
    batteryPolicy: isBatteryConnected ? "Optimize self consumption" : null,
    userLimitsEnabled: random.chance(0.2),
    productionLastDayKwh: random.decimal(2, 60),
    productionLastWeekKwh: random.decimal(30, 320),
    productionLastMonthKwh: random.decimal(120, 1300),
  };
}

export function inventWallbox(random: Random) {
  const isPluggedIn = random.chance(0.4);
  return {
    isPluggedIn,
    isCharging: isPluggedIn && random.chance(0.4),
    isOcppConnected: random.chance(0.9),
    chargeTargetMin: 50,
    chargeTargetMax: 80,
    chargePowerMaxW: random.pick([7000, 11_000, 22_000]),
    isChargePolicyEnabled: random.chance(0.5),
    minimumChargeLimit: random.pick([50, 70]),
    chargeDeadlineAt: "07:00",
    isOverChargeAllowed: random.chance(0.2),
  };
}

export function inventHomeBattery(random: Random) {
  return {
    batteryChargeDischargePowerW: random.integer(-2500, 2500),
    batteryChargeLevelPercent: random.integer(12, 95),
    batteryCapacityKwh: random.pick([6.5, 7.7, 10, 11, 13.5]),
    minBatteryCharge: random.pick([10, 20]),
    maxBatteryCharge: random.pick([95, 100]),
    batteryPolicy: "Optimize self consumption",
    userLimitsEnabled: random.chance(0.2),
  };
}

export function inventSmartMeter(random: Random) {
  return {
    currentPowerToGridW: random.integer(-3200, 2400),
    importedEnergyKwh: random.decimal(2000, 24_000),
    exportedEnergyKwh: random.decimal(0, 18_000),
  };
}
