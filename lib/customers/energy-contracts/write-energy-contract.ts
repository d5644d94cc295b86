import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { energyContracts } from "@/db/schema";
import type { AuditTarget } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { withoutUndefined } from "@/lib/core/records/object-fields";
import { defineCommand } from "@/lib/define-use-case";
import { findEndUser } from "../end-users/find-end-user";
import {
  createEnergyContractInput,
  energyContractReference,
  findContractProblems,
  updateEnergyContractInput,
} from "./energy-contract-schema";
import {
  findEnergyContract,
  loadEnergyContract,
  mapOverlapViolation,
  ofEnergyContract,
  requireOwnBuilding,
} from "./find-energy-contract";

/** A contract of no known supplier has no name. */
const contractTarget = ({
  id,
  supplier,
}: {
  id: string;
  supplier: string | null;
}): AuditTarget => ({
  type: "energy-contract",
  id,
  name: supplier ?? undefined,
});

const priceFromNow = (price: number) => ({ price, timestamp: now().toISOString() });

/**
 * Adds a contract. One that names no first day begins today, in the organization's time zone.
 * @throws Invalid when the building is not the end-user's, or its days overlap another contract's
 */
export const createEnergyContract = defineCommand({
  name: "createEnergyContract",
  input: createEnergyContractInput,
  requires: ({ input }) => [
    { action: "create", resource: "energy-contract", ownerId: input.userId },
  ],
  async run({ actor, input, transaction }) {
    const { price, energyPrices, ...fields } = input;
    const owner = await findEndUser(transaction, input.userId);
    await requireOwnBuilding(transaction, input.buildingId, owner.id);
    const { timeZone } = await getOrganization(transaction);
    const [created] = await mapOverlapViolation(() =>
      transaction
        .insert(energyContracts)
        .values({
          ...fields,
          validFrom: fields.validFrom ?? toCalendarDay(now(), timeZone),
          energyPrices: energyPrices ?? (price === null ? [] : [priceFromNow(price)]),
          organizationId: actor.organizationId,
        })
        .returning(),
    );
    if (!created) throw new Error("The insert returned no row.");
    const { userId, ...written } = fields;
    return {
      result: { id: created.id, userId: owner.id },
      audit: [
        {
          action: "energy-contract.created",
          target: contractTarget(created),
          changes: changesBetween(
            {},
            { ...written, price: created.energyPrices.at(-1)?.price ?? null },
          ),
        },
      ],
    };
  },
});

/**
 * Changes a contract. A new price holds from now on; those before it stay.
 * @throws VersionConflict when another wrote since the given version was read
 * @throws Invalid as for a new contract
 */
export const updateEnergyContract = defineCommand({
  name: "updateEnergyContract",
  input: updateEnergyContractInput,
  load: loadEnergyContract,
  requires: ofEnergyContract("update"),
  async run({ input, transaction, subject: before }) {
    const { id, version, price, energyPrices, ...fields } = input;
    await requireOwnBuilding(transaction, fields.buildingId ?? null, before.userId);
    const validFrom = fields.validFrom ?? before.validFrom;
    const problems = findContractProblems({
      ...before,
      ...withoutUndefined(fields),
      validFrom,
      price,
      energyPrices,
    });
    if (Object.keys(problems).length > 0) throw new Invalid(problems);
    const latest = before.energyPrices.at(-1)?.price ?? null;
    const isNewPrice = typeof price === "number" && price !== latest;
    const [after] = await mapOverlapViolation(() =>
      transaction
        .update(energyContracts)
        .set({
          ...fields,
          validFrom,
          energyPrices:
            energyPrices ??
            (isNewPrice ? [...before.energyPrices, priceFromNow(price)] : before.energyPrices),
          version: sql`${energyContracts.version} + 1`,
        })
        .where(and(eq(energyContracts.id, id), eq(energyContracts.version, version)))
        .returning(),
    );
    if (!after) {
      const saved = await findEnergyContract(transaction, id);
      const savedPrice = saved.energyPrices.at(-1)?.price ?? null;
      throw new VersionConflict(Object.assign(saved, { price: savedPrice }), { ...fields, price });
    }
    return {
      result: { id, userId: before.userId },
      audit: [
        {
          action: "energy-contract.updated",
          target: contractTarget(after),
          changes: changesBetween(
            { ...before, price: latest },
            { ...fields, price: after.energyPrices.at(-1)?.price ?? null },
          ),
        },
      ],
    };
  },
});

/** Deletes a contract. */
export const deleteEnergyContract = defineCommand({
  name: "deleteEnergyContract",
  input: energyContractReference,
  load: loadEnergyContract,
  requires: ofEnergyContract("delete"),
  async run({ transaction, subject: contract }) {
    await transaction
      .update(energyContracts)
      .set({ deletedAt: now() })
      .where(eq(energyContracts.id, contract.id));
    return {
      result: { userId: contract.userId },
      audit: [
        {
          action: "energy-contract.deleted",
          target: contractTarget(contract),
        },
      ],
    };
  },
});
