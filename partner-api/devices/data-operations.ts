import { snakeCase } from "change-case";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { getDeviceRecord } from "@/lib/devices/devices/device-records";
import type { Quantity } from "@/lib/devices/fields/quantities";
import { hasTooManyPeriods, MAX_DATA_PERIODS } from "@/lib/devices/telemetry/data-periods";
import { listMeasuredFields } from "@/lib/devices/telemetry/measured-fields";
import { readDeviceData } from "@/lib/devices/telemetry/read-device-data";
import { moment, shownNumber } from "../fields";
import { operation } from "../operation";
import { type ApiDeviceKind, deviceKinds } from "./device-kinds";
import { collectionOf, pathOf, referenceOf, tagOf } from "./device-operations";
import {
  listed,
  membersOfKinds,
  metadataSchema,
  ofKind,
  splitList,
  toHundredths,
} from "./energy-answers";

/** The periods as the API names them. */
const resolutions = {
  "15MIN": "quarter-hour",
  "1HOUR": "hour",
  "1DAY": "day",
  "1WEEK": "week",
  "1MONTH": "month",
} as const;

type Resolution = keyof typeof resolutions;
const resolutionNames = Object.keys(resolutions) as [Resolution, ...Resolution[]];

const units: Partial<Record<Quantity, string>> = {
  power: "W",
  flow: "W",
  temperature: "°C",
  percent: "%",
};

const measuredFields = (kind: ApiDeviceKind["kind"]) =>
  listMeasuredFields(kind).map((field) => ({ ...field, name: snakeCase(field.name) }));

const dataSchema = z
  .object({
    metadata: metadataSchema,
    data: z.array(
      z.object({
        resolution: z.enum(resolutionNames),
        period: z.object({ start_period: moment, end_period: moment }),
        ...membersOfKinds((kind) =>
          z.object(
            Object.fromEntries(
              measuredFields(kind).map(({ name }) => [name, shownNumber.optional()]),
            ),
          ),
        ),
      }),
    ),
  })
  .meta({ id: "DeviceData", description: "Means of what was measured; null where nothing was." });

const fillMissing = z
  .string()
  .optional()
  .transform((sent) => sent !== undefined && !["false", "0"].includes(sent.trim().toLowerCase()))
  .meta({
    description: "Sent with anything but `false`, periods without readings come too, with nulls.",
  });

function dataOf(kind: ApiDeviceKind) {
  const fields = measuredFields(kind.kind);
  const names = fields.map(({ name }) => name);
  return operation({
    id: `get${kind.name}Data`,
    method: "get",
    needs: [["read", "device"]],
    path: `${collectionOf(kind)}/{${kind.parameter}}/data`,
    tag: tagOf(kind),
    summary: "Read what was measured",
    description: `Means by periods. Days and longer ones are those of the organization's time zone. At most ${MAX_DATA_PERIODS} at once.`,
    params: pathOf(kind),
    query: z.object({
      resolution: z.enum(resolutionNames).default("1DAY"),
      keywords: listed(names)
        .optional()
        .meta({ description: `Some of ${names.join(", ")}, apart by commas; all by default.` }),
      from_datetime: moment,
      to_datetime: moment.optional().meta({ description: "Not included; now by default." }),
    }),
    headers: z.object({ "fill-missing": fillMissing }),
    answer: dataSchema,
    async handle({ actor, params, query, headers }) {
      const from = new Date(query.from_datetime);
      const until = query.to_datetime === undefined ? now() : new Date(query.to_datetime);
      if (query.to_datetime !== undefined && until < from) {
        throw new Invalid({ to_datetime: "endBeforeBeginning" });
      }
      const resolution = resolutions[query.resolution];
      if (hasTooManyPeriods(resolution, from, until)) {
        throw new Invalid({ from_datetime: `tooManyPeriods:${MAX_DATA_PERIODS}` });
      }
      const device = await getDeviceRecord(actor, {
        ...referenceOf(kind, params),
        kind: kind.kind,
      });
      const wanted = query.keywords === undefined ? names : splitList(query.keywords);
      const asked = fields.filter(({ name }) => wanted.includes(name));
      const periods = await readDeviceData(actor, {
        ...{ id: device.id, resolution, from, until },
        measures: asked.map(({ measure }) => measure),
        isFilled: headers["fill-missing"],
      });
      return {
        metadata: {
          requested_at: now().toISOString(),
          query,
          units: Object.fromEntries(
            asked.map(({ name, quantity }) => [name, units[quantity] ?? ""]),
          ),
          error: null,
        },
        data: periods.map(({ start, end, values }) => ({
          resolution: query.resolution,
          period: { start_period: start.toISOString(), end_period: end.toISOString() },
          ...ofKind(
            kind.kind,
            Object.fromEntries(
              asked.map(({ name, measure }) => [name, toHundredths(values[measure] ?? null)]),
            ),
          ),
        })),
      };
    },
  });
}

export const dataOperations = deviceKinds.map(dataOf);
