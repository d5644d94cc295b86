import { listInput } from "@/lib/core/lists/list-input";
import { defineListSchema } from "@/lib/core/lists/list-schema";
import { days, hoursBack } from "@/lib/core/lists/range-filters";
import { z } from "@/lib/core/validation/problems";
import { connectionStates, deviceKinds } from "./device-terms";

export const deviceSorts = ["created", "model", "seen", "waiting"] as const;

export type DeviceSort = (typeof deviceSorts)[number];

const hours = z.coerce.number().int().min(1).max(87_600).optional();

export const deviceFilters = {
  kind: z.enum(deviceKinds).optional(),
  manufacturer: z.string().trim().max(100).optional(),
  model: z.string().trim().max(100).optional(),
  connection: z.enum(connectionStates).optional(),
  optimization: z.enum(["on", "off"]).optional(),
  /** Not seen for at least this many hours. */
  silentHours: hours,
  /** Disconnected for at least this many hours. */
  waitingHours: hours,
  createdFrom: z.iso.date().optional(),
  createdUntil: z.iso.date().optional(),
};

export const listDevicesInput = z.object({
  ...listInput,
  ...deviceFilters,
  sort: z.enum(deviceSorts).default("created"),
});

const isOfWaiting = (input: z.output<typeof listDevicesInput>) =>
  input.connection === "disconnected" || input.waitingHours !== undefined;

export const deviceListSchema = defineListSchema({
  input: listDevicesInput,
  sorts: deviceSorts,
  descending: ["created", "seen"],
  ranges: [
    hoursBack("waiting", "waitingHours", "waitingSince"),
    hoursBack("seen", "silentHours", "seenBefore"),
    days("created"),
  ],
  // How long a device has waited for its reconnection orders disconnected devices only.
  sortsFor: (input) => deviceSorts.filter((sort) => sort !== "waiting" || isOfWaiting(input)),
});
