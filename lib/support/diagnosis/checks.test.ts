import { describe, expect, it } from "vitest";
import { deviceChecks } from "./device-checks";
import type { DeviceFacts, PersonFacts } from "./facts";
import { personChecks } from "./person-checks";

const now = new Date("2026-11-26T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

const person = (facts: Partial<PersonFacts> = {}): PersonFacts => ({
  now,
  user: { status: "active", archivedAt: null, email: "anna@home.example" },
  buildings: [
    { id: "1", name: "Home", zipCode: "1010", country: "AT", latitude: null, longitude: null },
  ],
  contracts: [
    {
      id: "1",
      buildingId: null,
      validFrom: "2026-01-01",
      validUntil: null,
      energyContractType: "spot_hourly",
    },
  ],
  today: "2026-11-26",
  bouncedAt: undefined,
  ...facts,
});

type Device = DeviceFacts["device"];

const device = (
  changes: Partial<Device> = {},
  facts: Partial<Omit<DeviceFacts, "device">> = {},
): DeviceFacts => ({
  now,
  staleAfterMinutes: 180,
  device: {
    manufacturer: "Nibe",
    kind: "heat_pump",
    connectionState: "connected",
    disconnectedSince: null,
    lifecycleError: null,
    currentStateLastUpdatedAt: ago(5),
    isSmartOptimizationActive: true,
    pausePowerUntil: null,
    isInverterForcedModeEnabled: false,
    ...changes,
  } as Device,
  kindDetails: {},
  account: {
    state: "active",
    tokenExpiresAt: ago(-5),
    lastReadAt: ago(1),
    failures: 0,
    lastProblem: null,
  },
  health: undefined,
  incident: undefined,
  policy: undefined,
  ...facts,
});

const says =
  (checks: { key: string; run: (facts: never) => { verdict: string; says: string } }[]) =>
  (key: string, facts: unknown) => {
    const found = checks.find((check) => check.key === key)?.run(facts as never);
    return `${found?.verdict} ${found?.says}`;
  };
const ofPerson = says(personChecks);
const ofDevice = says(deviceChecks);

describe("somebody with whom all is well", () => {
  it.each(personChecks.map(({ key }) => key))("%s", (key) => {
    expect(ofPerson(key, person())).toBe("good good");
  });
  it.each(deviceChecks.filter(({ kinds }) => !kinds).map(({ key }) => key))("%s", (key) => {
    expect(ofDevice(key, device())).toBe("good good");
  });
});

const contract = person().contracts[0];
const building = person().buildings[0];
if (!contract || !building) throw new Error("The example has neither.");

it.each<[string, Partial<PersonFacts>, string]>([
  ["accountIsActive", { user: { ...person().user, archivedAt: ago(60) } }, "problem archived"],
  ["accountIsActive", { user: { ...person().user, status: "suspended" } }, "problem suspended"],
  ["canBeReached", { bouncedAt: ago(60) }, "warning bounced"],
  ["buildingHasLocation", { buildings: [] }, "problem noBuilding"],
  ["buildingHasLocation", { buildings: [{ ...building, zipCode: null }] }, "warning noLocation"],
  [
    "buildingHasLocation",
    { buildings: [{ ...building, zipCode: null, latitude: 48, longitude: 16 }] },
    "good good",
  ],
  ["contractIsValid", { contracts: [] }, "problem none"],
  ["contractIsValid", { contracts: [{ ...contract, validUntil: "2026-11-25" }] }, "problem ended"],
  ["contractIsValid", { contracts: [{ ...contract, validUntil: "2026-11-26" }] }, "good good"],
  ["contractIsValid", { contracts: [{ ...contract, validFrom: "2026-11-27" }] }, "problem notYet"],
  [
    "contractIsValid",
    { contracts: [{ ...contract, energyContractType: "yearly" }] },
    "warning noHourlyPrices",
  ],
])("%s of %o: %s", (key, facts, expected) => {
  expect(ofPerson(key, person(facts))).toBe(expected);
});

const account = device().account;
if (!account) throw new Error("The example has no account.");

it.each<[string, DeviceFacts, string]>([
  ["deviceIsConnected", device({ connectionState: "degraded" }), "good good"],
  ["deviceIsConnected", device({ connectionState: "disconnected" }), "problem lost"],
  ["deviceIsConnected", device({ connectionState: "pending" }), "problem never"],
  ["deviceIsConnected", device({ connectionState: "revoked" }), "problem revoked"],
  ["deviceIsConnected", device({ connectionState: "error" }), "problem faulty"],
  ["tokenIsFresh", device({}, { account: undefined }), "unknown noAccount"],
  ["tokenIsFresh", device({}, { account: { ...account, state: "lost" } }), "problem ended"],
  ["tokenIsFresh", device({}, { account: { ...account, failures: 3 } }), "warning failing"],
  [
    "tokenIsFresh",
    device({}, { account: { ...account, tokenExpiresAt: ago(61) } }),
    "warning notRenewed",
  ],
  ["tokenIsFresh", device({}, { account: { ...account, tokenExpiresAt: ago(30) } }), "good good"],
  [
    "manufacturerIsUp",
    device({}, { incident: { startedAt: ago(30), stillAffected: 1204 } }),
    "problem incident",
  ],
  [
    "manufacturerIsUp",
    device({}, { health: { failingSince: ago(3), lastProblem: "throttled", answeredShare: 0.4 } }),
    "warning failing",
  ],
  ["manufacturerIsUp", device({}, { account: undefined }), "unknown notAsked"],
  ["readingsAreRecent", device({ currentStateLastUpdatedAt: null }), "problem never"],
  ["readingsAreRecent", device({ currentStateLastUpdatedAt: ago(181) }), "problem old"],
  ["readingsAreRecent", device({ currentStateLastUpdatedAt: ago(180) }), "good good"],
  ["readingsArePlausible", device({}, { kindDetails: { dhwTemperature: 96 } }), "warning odd"],
  [
    "readingsArePlausible",
    device({}, { kindDetails: { solarPowerRatingKw: 5, currentSolarProductionW: 6100 } }),
    "warning odd",
  ],
  ["optimizationIsOn", device({ isSmartOptimizationActive: false }), "problem off"],
  ["optimizationIsOn", device({ pausePowerUntil: ago(-5) }), "warning paused"],
  ["optimizationIsOn", device({ pausePowerUntil: ago(5) }), "good good"],
  ["chargePolicyIsSane", device(), "good off"],
  [
    "chargePolicyIsSane",
    device({}, { kindDetails: { isChargePolicyEnabled: true } }),
    "warning empty",
  ],
  [
    "chargePolicyIsSane",
    device(
      {},
      { kindDetails: { isChargePolicyEnabled: true, minimumChargeLimit: 90, chargeTargetMax: 80 } },
    ),
    "problem aboveCap",
  ],
  [
    "chargePolicyIsSane",
    device(
      {},
      {
        kindDetails: { isChargePolicyEnabled: true },
        policy: { days: { mon: { chargePercentage: 100, chargeDeadline: "07:00" } } },
      },
    ),
    "warning full",
  ],
  ["noBoostIsOpen", device({}, { kindDetails: { boostState: "requested" } }), "warning requested"],
  ["noBoostIsOpen", device({}, { kindDetails: { boostState: "ongoing" } }), "warning ongoing"],
  ["noBoostIsOpen", device({}, { kindDetails: { boostForNextSession: true } }), "warning armed"],
  [
    "settingsDoNotConflict",
    device({}, { kindDetails: { isAwayModeEnabled: true, awayModeEnd: ago(60) } }),
    "warning awayEnded",
  ],
  [
    "settingsDoNotConflict",
    device({}, { kindDetails: { minimumTemperatureLimit: 21, indoorTargetTemperature: 19 } }),
    "warning targetBelowLimit",
  ],
  [
    "settingsDoNotConflict",
    device({}, { kindDetails: { minBatteryCharge: 85, maxBatteryCharge: 90 } }),
    "warning batteryTooNarrow",
  ],
  ["settingsDoNotConflict", device({ isInverterForcedModeEnabled: true }), "warning forcedMode"],
  [
    "readingsArePlausible",
    device({}, { kindDetails: { batteryChargeDischargePowerW: -120_000 } }),
    "warning odd",
  ],
  [
    "readingsArePlausible",
    device({}, { kindDetails: { currentPowerToGridW: 250_000 } }),
    "warning odd",
  ],
])("%s: %#", (key, facts, expected) => {
  expect(ofDevice(key, facts)).toBe(expected);
});
