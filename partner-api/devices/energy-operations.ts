import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { getDeviceRecord } from "@/lib/devices/devices/device-records";
import { readDeviceSavings } from "@/lib/devices/savings/read-savings";
import { type KnownSavings, savingsCurrency } from "@/lib/devices/savings/savings-of-span";
import { readDeviceEnergy } from "@/lib/devices/telemetry/read-energy";
import { moment, shownInteger, shownNumber } from "../fields";
import { type Operation, operation } from "../operation";
import { type ApiDeviceKind, deviceKinds } from "./device-kinds";
import { collectionOf, pathOf, referenceOf, tagOf } from "./device-operations";
import { listed, metadataSchema, splitList } from "./energy-answers";
import { savingsMethodSchema, savingsSchema, toSavings, toSavingsMethod } from "./savings-answers";

/** The periods as the API names them. */
const resolutions = {
  "1DAY": "day",
  "1WEEK": "week",
  "1MONTH": "month",
  "1QUARTER": "quarter",
  "1YEAR": "year",
} as const;

type Resolution = keyof typeof resolutions;
const resolutionNames = Object.keys(resolutions) as [Resolution, ...Resolution[]];
const isResolution = (name: string): name is Resolution => name in resolutions;

const energySchema = z
  .object({
    metadata: metadataSchema.extend({ savings: savingsMethodSchema }),
    data: z.array(
      z.object({
        resolution: z.enum(resolutionNames),
        period: z.object({ start_period: moment, end_period: moment }),
        savings: savingsSchema,
        consumption: z.object({ total: shownNumber }),
        heat_pump: z.object({ estimated_consumption_wh: shownNumber }).nullable(),
        electric_vehicle: z
          .object({
            estimated_consumption_wh: shownNumber,
            charge_session_count: shownInteger,
            average_charge_power_w: shownNumber,
          })
          .nullable(),
        inverter: z
          .object({ solar_production_wh: shownNumber, grid_export_wh: shownNumber })
          .nullable(),
        home_battery: z.object({ charged_wh: shownNumber, discharged_wh: shownNumber }).nullable(),
        smart_meter: z
          .object({ grid_import_wh: shownNumber, grid_export_wh: shownNumber })
          .nullable(),
      }),
    ),
  })
  .meta({ id: "Energy" });

type Energy = Awaited<ReturnType<typeof readDeviceEnergy>>;

function toEnergy(
  kind: ApiDeviceKind["kind"],
  query: Record<string, string>,
  energy: Energy,
  savings: KnownSavings[] | undefined,
): z.input<typeof energySchema> {
  const nameOf = (period: Energy[number]["period"]) =>
    resolutionNames.find((name) => resolutions[name] === period) ?? "1DAY";
  return {
    metadata: {
      requested_at: now().toISOString(),
      query,
      units: {
        savings: savingsCurrency,
        standard_error: savingsCurrency,
        percentage: "%",
        consumption: "Wh",
      },
      savings: toSavingsMethod(savings ?? []),
      error: null,
    },
    data: energy.map(({ period, start, end, wattHours, givenWattHours }, index) => ({
      resolution: nameOf(period),
      period: { start_period: start.toISOString(), end_period: end.toISOString() },
      savings: toSavings(savings?.[index]),
      // What the sun gives is not taken by anybody.
      consumption: { total: kind === "solar_inverter" ? null : wattHours },
      ...ofOtherKinds,
      ...energyOfKind(kind, wattHours, givenWattHours),
    })),
  };
}

type EnergyOfKinds = Omit<
  z.input<typeof energySchema>["data"][number],
  "resolution" | "period" | "savings" | "consumption"
>;

const ofOtherKinds: EnergyOfKinds = {
  heat_pump: null,
  electric_vehicle: null,
  inverter: null,
  home_battery: null,
  smart_meter: null,
};

function energyOfKind(
  kind: ApiDeviceKind["kind"],
  wattHours: number,
  givenWattHours: number | null,
): Partial<EnergyOfKinds> {
  switch (kind) {
    case "heat_pump":
      return { heat_pump: { estimated_consumption_wh: wattHours } };
    case "electric_vehicle":
      return {
        electric_vehicle: {
          estimated_consumption_wh: wattHours,
          charge_session_count: null,
          average_charge_power_w: null,
        },
      };
    case "solar_inverter":
      return { inverter: { solar_production_wh: wattHours, grid_export_wh: null } };
    case "home_battery":
      return { home_battery: { charged_wh: wattHours, discharged_wh: givenWattHours } };
    case "smart_meter":
      return { smart_meter: { grid_import_wh: wattHours, grid_export_wh: givenWattHours } };
    case "wallbox":
      return {};
  }
}

const common = { method: "get", needs: [["read", "device"]], answer: energySchema } as const;

function savingsOf(kind: ApiDeviceKind): Operation {
  return operation({
    ...common,
    id: `get${kind.name}Savings`,
    path: `${collectionOf(kind)}/{${kind.parameter}}/savings`,
    tag: tagOf(kind),
    summary: "Read savings and energy of a time",
    params: pathOf(kind),
    query: z.object({
      from: moment,
      to: moment,
      resolution: z.enum(resolutionNames).default("1MONTH"),
    }),
    async handle({ actor, params, query }) {
      const { from, to, resolution } = query;
      if (new Date(to) < new Date(from)) throw new Invalid({ to: "endBeforeBeginning" });
      const device = await getDeviceRecord(actor, {
        ...referenceOf(kind, params),
        kind: kind.kind,
      });
      const energy = await readDeviceEnergy(actor, {
        id: device.id,
        periods: [resolutions[resolution]],
        from: new Date(from),
        until: new Date(to),
      });
      const savings = await readDeviceSavings(actor, { id: device.id, spans: energy });
      return toEnergy(kind.kind, query, energy, savings);
    },
  });
}

const keywords = ["savings", "consumption"];

function statisticsOf(kind: ApiDeviceKind): Operation {
  return operation({
    ...common,
    id: `get${kind.name}Statistics`,
    path: `${collectionOf(kind)}/{${kind.parameter}}/statistics`,
    tag: tagOf(kind),
    summary: "Read what the present day, week, month … came to so far",
    params: pathOf(kind),
    query: z.object({
      resolution: listed(resolutionNames)
        .default("1DAY")
        .meta({ description: `Some of ${resolutionNames.join(", ")}, apart by commas.` }),
      keywords: listed(keywords)
        .optional()
        .meta({ description: "`savings`, `consumption` or both, apart by commas." }),
    }),
    async handle({ actor, params, query }) {
      const names = splitList(query.resolution);
      const device = await getDeviceRecord(actor, {
        ...referenceOf(kind, params),
        kind: kind.kind,
      });
      const energy = await readDeviceEnergy(actor, {
        id: device.id,
        periods: names.filter(isResolution).map((name) => resolutions[name]),
      });
      const { resolution, keywords: asked } = query;
      const savings =
        asked === undefined || splitList(asked).includes("savings")
          ? await readDeviceSavings(actor, { id: device.id, spans: energy })
          : undefined;
      const named = { resolution, ...(asked && { keywords: asked }) };
      return toEnergy(kind.kind, named, energy, savings);
    },
  });
}

/** What is told of each kind. Nothing is saved by a meter. */
const operationsOfKind: Record<ApiDeviceKind["kind"], ((kind: ApiDeviceKind) => Operation)[]> = {
  heat_pump: [savingsOf, statisticsOf],
  electric_vehicle: [savingsOf, statisticsOf],
  solar_inverter: [savingsOf, statisticsOf],
  wallbox: [],
  home_battery: [savingsOf, statisticsOf],
  smart_meter: [statisticsOf],
};

export const energyOperations = deviceKinds.flatMap((kind) =>
  operationsOfKind[kind.kind].map((operationOf) => operationOf(kind)),
);
