import "server-only";
import { DateTime } from "luxon";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { findEndUserByReference } from "@/lib/customers/end-users/find-end-user-by-reference";
import { defineCommand } from "@/lib/define-use-case";
import { handOverBuilding, lockBuilding, requireNewOwner } from "./hand-over-building";
import { moveBuildingInput } from "./move-building-schema";
import { findOpenMove, scheduleMove } from "./scheduled-moves";

/** A sale is often told late, and often early, but not by years. */
const MAX_DAYS_AWAY = 366;

/**
 * Hands a building over to another end-user from a day on: they get a building of the same place with its meter
 * points and devices. Readings, contracts and history stay with the former owner, whose contracts end the day before;
 * the new owner connects the devices with new accounts. With a day that is ahead it is scheduled.
 * @throws Invalid when the new owner is not found, archived or the present one, or the day is over a year away
 * @throws Duplicate when the new owner has the building, or a contract for a meter point, already
 * @throws Conflict when it is scheduled already, or has too many devices
 */
export const moveBuilding = defineCommand({
  name: "moveBuilding",
  input: moveBuildingInput,
  requires: () => [
    { action: "delete", resource: "building" },
    { action: "create", resource: "building" },
    { action: "create", resource: "device" },
    { action: "update", resource: "energy-contract" },
  ],
  async run({ input, transaction }) {
    const { timeZone } = await getOrganization(transaction);
    const today = toCalendarDay(now(), timeZone);
    const { firstDay = today, withVehicles } = input;
    const before = await lockBuilding(transaction, input.id);
    if (await findOpenMove(transaction, before.id)) throw new Conflict("moveScheduled");
    const owner = await findEndUserByReference(transaction, input.newOwner, "newOwner");
    requireNearDay(firstDay, today);
    const move = { before, owner, firstDay, withVehicles };
    if (firstDay > today) {
      await requireNewOwner(transaction, move);
      return { result: { id: before.id }, audit: [await scheduleMove(transaction, move)] };
    }
    const { id, audit } = await handOverBuilding(transaction, move);
    return { result: { id }, audit };
  },
});

function requireNearDay(firstDay: string, today: string): void {
  const awayFromToday = (days: number) => DateTime.fromISO(today).plus({ days }).toISODate() ?? "";
  const earliest = awayFromToday(-MAX_DAYS_AWAY);
  const latest = awayFromToday(MAX_DAYS_AWAY);
  if (firstDay < earliest) throw new Invalid({ firstDay: `tooLongAgo:${earliest}` });
  if (firstDay > latest) throw new Invalid({ firstDay: `tooFarAhead:${latest}` });
}
