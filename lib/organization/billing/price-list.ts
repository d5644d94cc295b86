import type { billingPlans, DeviceKind } from "@/db/schema";

export type BilledKind = DeviceKind;
export type BillingPlan = (typeof billingPlans)[number];

/** A price step: the devices above the step before, up to and including `upTo`, cost `cents` each a month. */
export type Tier = { upTo: number | null; cents: number };

/** Euro cents for a connected device and month, by kind; each step applies to the devices within it. */
export const priceLists: Record<BillingPlan, Record<BilledKind, Tier[]>> = {
  standard: {
    heat_pump: [
      { upTo: 1000, cents: 95 },
      { upTo: 10_000, cents: 75 },
      { upTo: null, cents: 55 },
    ],
    electric_vehicle: [
      { upTo: 1000, cents: 80 },
      { upTo: 10_000, cents: 62 },
      { upTo: null, cents: 45 },
    ],
    solar_inverter: [
      { upTo: 1000, cents: 65 },
      { upTo: 10_000, cents: 49 },
      { upTo: null, cents: 35 },
    ],
    wallbox: [
      { upTo: 1000, cents: 50 },
      { upTo: 10_000, cents: 39 },
      { upTo: null, cents: 29 },
    ],
    home_battery: [
      { upTo: 1000, cents: 65 },
      { upTo: 10_000, cents: 49 },
      { upTo: null, cents: 35 },
    ],
    smart_meter: [
      { upTo: 1000, cents: 20 },
      { upTo: 10_000, cents: 15 },
      { upTo: null, cents: 11 },
    ],
  },
  enterprise: {
    heat_pump: [{ upTo: null, cents: 49 }],
    electric_vehicle: [{ upTo: null, cents: 41 }],
    solar_inverter: [{ upTo: null, cents: 32 }],
    wallbox: [{ upTo: null, cents: 26 }],
    home_battery: [{ upTo: null, cents: 32 }],
    smart_meter: [{ upTo: null, cents: 10 }],
  },
};
