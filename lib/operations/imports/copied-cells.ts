import { verbatimText, z } from "@/lib/core/validation/problems";
import { priceZones } from "@/lib/devices/devices/device-settings-schema";
import { optionalBooleanCell } from "./cells";

/** Cells that only rows read from another installation have: files say nothing of them. */
const jsonCell = <Schema extends z.ZodType>(schema: Schema) =>
  verbatimText()
    .transform((text, context): unknown => {
      try {
        return text === "" ? null : JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "format" });
        return null;
      }
    })
    .pipe(schema.nullable())
    .optional();

const moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: "moment" })
  .transform((text) => new Date(text).toISOString());

const empty = z.literal("").transform(() => null);

/** Every price of a contract, each from its moment on. */
export const pricesCell = jsonCell(
  z.array(z.object({ price: z.number().min(-100).max(100), timestamp: moment })).max(10_000),
);

/** What is set on devices of all kinds. */
export const copiedDeviceCells = {
  priceZone: z.union([empty, z.enum(priceZones)], { error: "choice" }).optional(),
  isTradingEnabled: optionalBooleanCell.optional(),
  isForecastingEnabled: optionalBooleanCell.optional(),
  isInverterForcedModeEnabled: optionalBooleanCell.optional(),
  pausePowerUntil: z.union([empty, moment], { error: "moment" }).optional(),
};
