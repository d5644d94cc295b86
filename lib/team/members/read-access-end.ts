import "server-only";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { fromLocalMoment } from "@/lib/core/validation/local-moment";

/**
 * Turns day, time and zone of a form into a moment; null when no end is meant.
 * @throws Invalid when the clock of that zone never shows this time, or it is past
 */
export function readAccessEnd(input: {
  accessEndsAt: string;
  accessTimeZone: string;
}): Date | null {
  if (input.accessEndsAt === "") return null;
  const moment = fromLocalMoment(input.accessEndsAt, input.accessTimeZone);
  if (!moment) throw new Invalid({ accessEndsAt: "moment" });
  if (moment <= now()) throw new Invalid({ accessEndsAt: "past" });
  return moment;
}
