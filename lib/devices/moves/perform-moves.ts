import "server-only";
import { and, asc, eq, lte } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, moveFailures, scheduledMoves } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { DomainError, Unavailable } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { findEndUserByReference } from "@/lib/customers/end-users/find-end-user-by-reference";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { handOverBuilding, lockBuilding } from "./hand-over-building";
import { toMoveFailure } from "./move-failure";
import { findOpenMove } from "./scheduled-moves";

/** How many one run performs; the next minute has another run. */
const MAX_AT_ONCE = 50;

/** Hands the buildings over whose day has come, each in its own transaction. */
export async function performMoves(actor: System): Promise<void> {
  for (const move of await listDueMoves(actor, {})) {
    try {
      await performMove(actor, move);
    } catch (error) {
      if (error instanceof DomainError && !(error instanceof Unavailable)) {
        await failMove(actor, { ...move, failure: toMoveFailure(error) });
      } else {
        log.error({ organizationId: actor.organizationId, moveId: move.id, err: error }, "move");
      }
    }
  }
}

/** Scheduled moves whose first day has begun in the organization's zone. */
export const listDueMoves = defineQuery({
  name: "listDueMoves",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const { timeZone } = await getOrganization(transaction);
    return transaction
      .select({ id: scheduledMoves.id, buildingId: scheduledMoves.buildingId })
      .from(scheduledMoves)
      .where(
        and(
          eq(scheduledMoves.state, "scheduled"),
          lte(scheduledMoves.firstDay, toCalendarDay(now(), timeZone)),
        ),
      )
      .orderBy(asc(scheduledMoves.firstDay), asc(scheduledMoves.id))
      .limit(MAX_AT_ONCE);
  },
});

const moveReference = z.object({ id: z.uuid(), buildingId: z.uuid() });

/**
 * Hands a building over as it was scheduled, with that day as the first one however late it is by now. Does nothing
 * when the move has been settled since.
 * @throws DomainError as `moveBuilding` does, when something changed since
 */
export const performMove = defineCommand({
  name: "performMove",
  input: moveReference,
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const before = await lockBuilding(transaction, input.buildingId);
    const move = await findOpenMove(transaction, before.id);
    if (move?.id !== input.id) return { result: undefined, audit: [] };
    const owner = await findEndUserByReference(transaction, move.userId, "newOwner");
    const { firstDay, withVehicles } = move;
    const { audit } = await handOverBuilding(transaction, {
      before,
      owner,
      firstDay,
      withVehicles,
    });
    await settle(transaction, move.id, { state: "done" });
    return { result: undefined, audit };
  },
});

/** Writes down why a move came to nothing, unless it has been settled since. */
export const failMove = defineCommand({
  name: "failMove",
  input: moveReference.extend({ failure: z.enum(moveFailures) }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input: { id, buildingId, failure }, transaction }) {
    const [building] = await transaction
      .select()
      .from(buildings)
      .where(eq(buildings.id, buildingId))
      .for("no key update");
    const move = await findOpenMove(transaction, buildingId);
    if (!building || move?.id !== id) return { result: undefined, audit: [] };
    await settle(transaction, id, { state: "failed", failure });
    return {
      result: undefined,
      audit: [
        {
          action: "building.move-failed",
          target: { type: "building", id: buildingId, name: building.name },
          changes: { movedOn: { before: move.firstDay, after: null } },
          reason: failure,
        },
      ],
    };
  },
});

async function settle(
  transaction: Transaction,
  id: string,
  outcome: Pick<typeof scheduledMoves.$inferInsert, "state" | "failure">,
): Promise<void> {
  await transaction
    .update(scheduledMoves)
    .set({ ...outcome, settledAt: now() })
    .where(eq(scheduledMoves.id, id));
}
