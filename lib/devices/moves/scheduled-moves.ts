import "server-only";
import { and, desc, eq, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, scheduledMoves, users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { type HandOver, lockBuilding } from "./hand-over-building";
import { cancelMoveInput } from "./move-building-schema";

const MAX_SHOWN = 10;

/** The move of a locked building that is scheduled, if there is one. */
export async function findOpenMove(transaction: Transaction, buildingId: string) {
  const [move] = await transaction
    .select()
    .from(scheduledMoves)
    .where(and(eq(scheduledMoves.buildingId, buildingId), eq(scheduledMoves.state, "scheduled")));
  return move;
}

/** Has a locked building handed over on a day that is ahead. @returns what that leaves in the log */
export async function scheduleMove(
  transaction: Transaction,
  { before, owner, firstDay, withVehicles }: HandOver & { firstDay: string; withVehicles: boolean },
): Promise<AuditEntry> {
  const { organizationId, id: buildingId } = before;
  await transaction
    .insert(scheduledMoves)
    .values({ organizationId, buildingId, userId: owner.id, firstDay, withVehicles });
  return {
    action: "building.move-scheduled",
    target: { type: "building", id: before.id, name: before.name },
    changes: { movedOn: { before: null, after: firstDay } },
  };
}

/**
 * Calls the scheduled move of a building off.
 * @throws Conflict when none is scheduled any more
 */
export const cancelMove = defineCommand({
  name: "cancelMove",
  input: cancelMoveInput,
  requires: () => [{ action: "delete", resource: "building" }],
  async run({ input, transaction }) {
    const building = await lockBuilding(transaction, input.id);
    const move = await findOpenMove(transaction, building.id);
    if (!move) throw new Conflict("moveNotScheduled");
    await transaction
      .update(scheduledMoves)
      .set({ state: "cancelled", settledAt: now() })
      .where(eq(scheduledMoves.id, move.id));
    return {
      result: { id: building.id },
      audit: [
        {
          action: "building.move-cancelled",
          target: { type: "building", id: building.id, name: building.name },
          changes: { movedOn: { before: move.firstDay, after: null } },
        },
      ],
    };
  },
});

/** Moves of a building, or from and to an end-user, that are ahead or failed, the newest first. */
export const listMoves = defineQuery({
  name: "listMoves",
  input: z.union([z.object({ buildingId: z.uuid() }), z.object({ userId: z.uuid() })]),
  requires: () => [
    { action: "read", resource: "building" },
    { action: "read", resource: "staff" },
  ],
  async run({ input, transaction }) {
    const rows = await transaction
      .select({ move: scheduledMoves, building: buildings, newOwner: users })
      .from(scheduledMoves)
      .innerJoin(buildings, eq(buildings.id, scheduledMoves.buildingId))
      .innerJoin(users, eq(users.id, scheduledMoves.userId))
      .where(
        and(
          "buildingId" in input
            ? eq(scheduledMoves.buildingId, input.buildingId)
            : or(eq(scheduledMoves.userId, input.userId), eq(buildings.userId, input.userId)),
          or(
            eq(scheduledMoves.state, "failed"),
            and(eq(scheduledMoves.state, "scheduled"), isNull(buildings.deletedAt)),
          ),
        ),
      )
      .orderBy(desc(scheduledMoves.createdAt))
      .limit(MAX_SHOWN);
    return rows.map(({ move, building, newOwner }) => ({
      id: move.id,
      state: move.state,
      failure: move.failure,
      firstDay: move.firstDay,
      building: { id: building.id, name: building.name, isGone: building.deletedAt !== null },
      newOwner: {
        id: newOwner.id,
        name: personName(newOwner),
        isGone: newOwner.deletedAt !== null,
      },
    }));
  },
});
