import { deviceKinds, isControllable } from "@/lib/devices/devices/device-kinds";
import type { DeviceFacts } from "./facts";
import { type Finding, good, type NextStep, problem, unknown, warning } from "./finding";

export type DeviceCheck = {
  key: string;
  /** Kinds of device that it is about; all where none is named. */
  kinds?: DeviceFacts["device"]["kind"][];
  run: (facts: DeviceFacts) => Finding;
  /** What can be done about each of its sentences. */
  next?: Partial<Record<string, NextStep>>;
};

function deviceIsConnected({ device }: DeviceFacts): Finding {
  const since = device.disconnectedSince?.toISOString() ?? "–";
  const reason = device.lifecycleError ?? "–";
  switch (device.connectionState) {
    case "connected":
    case "degraded":
      return good();
    case "pending":
      return problem("never");
    case "revoked":
      return problem("revoked", { since, reason });
    case "error":
      return problem("faulty", { reason });
    default:
      return problem("lost", { since, reason });
  }
}

function tokenIsFresh({ account, now }: DeviceFacts): Finding {
  if (!account) return unknown("noAccount");
  if (account.state !== "active") return problem("ended");
  if (account.failures > 0) {
    return warning("failing", {
      tries: account.failures,
      problem: account.lastProblem ?? "unavailable",
    });
  }
  // A token that has run out is renewed when it is next needed; one that nobody renewed is another matter.
  const wait = 60 * 60_000;
  const { tokenExpiresAt: end } = account;
  const isOld = end !== null && end.getTime() < now.getTime() - wait;
  return isOld ? warning("notRenewed", { since: end.toISOString() }) : good();
}

const percentOf = (share: number | null) => Math.round((share ?? 1) * 100);

function manufacturerIsUp({ device, health, incident, account }: DeviceFacts): Finding {
  const { manufacturer } = device;
  if (incident) {
    return problem("incident", {
      manufacturer,
      since: incident.startedAt.toISOString(),
      devices: incident.stillAffected,
    });
  }
  if (health?.failingSince) {
    return warning("failing", {
      manufacturer,
      since: health.failingSince.toISOString(),
      problem: health.lastProblem ?? "unavailable",
      percent: percentOf(health.answeredShare),
    });
  }
  return account
    ? good("good", { manufacturer, percent: percentOf(health?.answeredShare ?? null) })
    : unknown("notAsked", { manufacturer });
}

function readingsAreRecent({ device, now, staleAfterMinutes }: DeviceFacts): Finding {
  const at = device.currentStateLastUpdatedAt;
  if (!at) return problem("never");
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000));
  const evidence = { at: at.toISOString(), minutes };
  return minutes > staleAfterMinutes ? problem("old", evidence) : good("good", evidence);
}

type Range = readonly [least: number, most: number, unit: string];

/** What cannot be true of a device that works: power in W, temperatures in degrees Celsius. */
const plausible: Record<string, Range> = {
  currentPowerConsumptionW: [0, 25_000, "W"],
  outdoorTemperature: [-40, 50, "°C"],
  indoorActualTemperature: [5, 40, "°C"],
  dhwTemperature: [5, 80, "°C"],
  chargeRateW: [0, 400_000, "W"],
  batteryLevel: [0, 100, "%"],
  currentSolarProductionW: [0, 100_000, "W"],
  batteryChargeLevelPercent: [0, 100, "%"],
  batteryChargeDischargePowerW: [-100_000, 100_000, "W"],
  currentPowerToGridW: [-200_000, 200_000, "W"],
};

function readingsArePlausible({ kindDetails, device }: DeviceFacts): Finding {
  if (!device.currentStateLastUpdatedAt) return unknown("never");
  for (const [field, [least, most, unit]] of Object.entries(plausible)) {
    const value = kindDetails[field];
    if (typeof value === "number" && (value < least || value > most)) {
      return warning("odd", { field, value: `${value} ${unit}` });
    }
  }
  const rating = kindDetails.solarPowerRatingKw;
  const production = kindDetails.currentSolarProductionW;
  if (typeof rating === "number" && typeof production === "number" && production > rating * 1200) {
    return warning("odd", { field: "currentSolarProductionW", value: `${production} W` });
  }
  return good();
}

function optimizationIsOn({ device, now }: DeviceFacts): Finding {
  if (!device.isSmartOptimizationActive) return problem("off");
  const until = device.pausePowerUntil;
  return until && until > now ? warning("paused", { until: until.toISOString() }) : good();
}

function chargePolicyIsSane({ kindDetails, policy }: DeviceFacts): Finding {
  if (!kindDetails.isChargePolicyEnabled) return good("off");
  const cap = kindDetails.chargeTargetMax;
  const wanted = [
    kindDetails.minimumChargeLimit,
    ...Object.values(policy?.days ?? {}).map(({ chargePercentage }) => chargePercentage),
  ].filter((level): level is number => typeof level === "number");
  if (wanted.length === 0) return warning("empty");
  const highest = Math.max(...wanted);
  if (typeof cap === "number" && highest > cap)
    return problem("aboveCap", { wanted: highest, cap });
  return highest >= 100 ? warning("full") : good();
}

function noBoostIsOpen({ kindDetails }: DeviceFacts): Finding {
  if (kindDetails.boostState === "requested") return warning("requested");
  if (kindDetails.boostState === "ongoing") return warning("ongoing");
  return kindDetails.boostForNextSession ? warning("armed") : good();
}

function settingsDoNotConflict({ device, kindDetails, now }: DeviceFacts): Finding {
  const end = kindDetails.awayModeEnd;
  if (kindDetails.isAwayModeEnabled && end instanceof Date && end < now) {
    return warning("awayEnded", { until: end.toISOString() });
  }
  const { minimumTemperatureLimit: least, indoorTargetTemperature: target } = kindDetails;
  if (typeof least === "number" && typeof target === "number" && target < least) {
    return warning("targetBelowLimit", { target, least });
  }
  const { minBatteryCharge, maxBatteryCharge } = kindDetails;
  if (
    typeof minBatteryCharge === "number" &&
    typeof maxBatteryCharge === "number" &&
    maxBatteryCharge - minBatteryCharge < 10
  ) {
    return warning("batteryTooNarrow", { least: minBatteryCharge, most: maxBatteryCharge });
  }
  if (device.isInverterForcedModeEnabled && device.isSmartOptimizationActive) {
    return warning("forcedMode");
  }
  return good();
}

/** Of a device that only measures nothing is optimised or set. */
const controllable = deviceKinds.filter(isControllable);

/** What is looked at of a device, in the order in which it is shown. */
export const deviceChecks: DeviceCheck[] = [
  {
    key: "deviceIsConnected",
    run: deviceIsConnected,
    next: { lost: "sendLink", never: "sendLink", revoked: "sendLink", faulty: "sendLink" },
  },
  {
    key: "tokenIsFresh",
    run: tokenIsFresh,
    next: { ended: "sendLink", failing: "refreshState", notRenewed: "refreshState" },
  },
  { key: "manufacturerIsUp", run: manufacturerIsUp, next: { incident: "seeIncident" } },
  {
    key: "readingsAreRecent",
    run: readingsAreRecent,
    next: { old: "refreshState", never: "refreshState" },
  },
  { key: "readingsArePlausible", run: readingsArePlausible, next: { odd: "refreshState" } },
  {
    key: "optimizationIsOn",
    kinds: controllable,
    run: optimizationIsOn,
    next: { off: "resumeOptimization", paused: "resumeOptimization" },
  },
  {
    key: "chargePolicyIsSane",
    kinds: ["electric_vehicle", "wallbox"],
    run: chargePolicyIsSane,
    next: { aboveCap: "changePolicy", empty: "changePolicy", full: "changePolicy" },
  },
  {
    key: "noBoostIsOpen",
    kinds: ["electric_vehicle"],
    run: noBoostIsOpen,
    next: { requested: "viewDevice", ongoing: "viewDevice", armed: "viewDevice" },
  },
  {
    key: "settingsDoNotConflict",
    kinds: controllable,
    run: settingsDoNotConflict,
    next: {
      awayEnded: "changeSettings",
      targetBelowLimit: "changeSettings",
      batteryTooNarrow: "changeSettings",
      forcedMode: "changeSettings",
    },
  },
];
