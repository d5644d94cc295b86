import "server-only";
import { DateTime } from "luxon";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { loadDevice, onDevice } from "../devices/find-device";
import { getPriceFeed } from "../prices/price-feed";
import { computeSavings, REFERENCE_WINDOW_DAYS } from "./compute-savings";
import { readSavingsDays } from "./read-savings-days";
import { hasSavings } from "./savings-kinds";
import { type KnownSavings, savingsUnknown, sumUpSpan } from "./savings-of-span";

/** Savings are computed of no more days: the latest of those that are asked for. */
const MAX_SAVINGS_DAYS = 400;
/** As many periods as energy is read of at once. */
const MAX_SPANS = 5000;

const span = z.object({ start: z.date(), end: z.date() });

/**
 * What a device saved in each span of time, of the days that are over. Spans begin and end with days of the
 * organization's time zone.
 */
export const readDeviceSavings = defineQuery({
  name: "readDeviceSavings",
  input: z.object({ id: z.uuid(), spans: z.array(span).max(MAX_SPANS) }),
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction, subject: device }): Promise<KnownSavings[]> {
    const { spans } = input;
    if (!hasSavings(device.kind)) return spans.map(() => savingsUnknown("kind"));
    if (device.priceZone === null) return spans.map(() => savingsUnknown("priceZone"));
    if (spans.length === 0) return [];
    const { timeZone: zone } = await getOrganization(transaction);
    const dayOf = (at: Date) => DateTime.fromMillis(Math.max(at.getTime(), 0), { zone });
    const ends = dayOf(new Date(Math.max(...spans.map(({ end }) => end.getTime()))));
    const today = DateTime.fromJSDate(now(), { zone }).startOf("day");
    const lastDay = DateTime.min(ends, today).minus({ days: 1 });
    const earliest = lastDay.minus({ days: MAX_SAVINGS_DAYS - 1 });
    const begins = dayOf(new Date(Math.min(...spans.map(({ start }) => start.getTime()))));
    const firstDay = DateTime.max(begins.startOf("day"), earliest);
    const days = await readSavingsDays(
      transaction,
      [{ id: device.id, priceZone: device.priceZone }],
      await getPriceFeed(transaction),
      { firstDay: firstDay.minus({ days: REFERENCE_WINDOW_DAYS }), lastDay },
    );
    const known = computeSavings(days.get(device.id) ?? []);
    return spans.map(({ start, end }) => {
      const from = dayOf(start);
      if (from < firstDay) return savingsUnknown("tooLongAgo");
      const within = {
        from: from.toFormat("yyyy-MM-dd"),
        until: dayOf(end).toFormat("yyyy-MM-dd"),
      };
      return sumUpSpan([known], within);
    });
  },
});
