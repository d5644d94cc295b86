import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { energyContracts } from "@/db/schema";
import type { AuditTarget } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { markDeleted } from "@/lib/core/records/mark-deleted";
import { withoutUndefined } from "@/lib/core/records/object-fields";
import { defineCommand } from "@/lib/define-use-case";
import { findEndUser } from "../end-users/find-end-user";
import { requireFreePeriod } from "./contract-overlap";
import { currentPrice, toPrices, writtenPrice } from "./contract-prices";
import {
  createEnergyContractInput,
  deleteEnergyContractInput,
  findContractProblems,
  updateEnergyContractInput,
} from "./energy-contract-schema";
import {
  findEnergyContract,
  loadEnergyContract,
  ofEnergyContract,
  requireMeterPoint,
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

/**
 * Adds a contract. One that names no first day begins today, in the organization's time zone.
 * @throws Invalid when the building is not the end-user's, or the meter point none of its country
 * @throws Duplicate when another contract holds for the meter point on one of its days
 */
export const createEnergyContract = defineCommand({
  name: "createEnergyContract",
  input: createEnergyContractInput,
  requires: ({ input }) => [
    { action: "create", resource: "energy-contract", ownerId: input.userId },
  ],
  async run({ actor, input, transaction, scope }) {
    const { price, priceUnit, priceFrom, energyPrices, isMeterNumberAllowed, ...fields } = input;
    const owner = await findEndUser(transaction, input.userId);
    const building = await requireOwnBuilding(transaction, input.buildingId, owner.id);
    await requireMeterPoint(transaction, input.meterId, building, isMeterNumberAllowed);
    const { timeZone } = await getOrganization(transaction);
    const { organizationId } = actor;
    const currency = input.currencyEnergyPrice;
    const values = {
      ...fields,
      validFrom: fields.validFrom ?? toCalendarDay(now(), timeZone),
      energyPrices: toPrices([], input, { currency, timeZone }),
      organizationId,
    };
    await requireFreePeriod(transaction, organizationId, values, scope === "own");
    const [created] = await transaction.insert(energyContracts).values(values).returning();
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
            { ...written, price: writtenPrice(input, [], currency), priceFrom },
          ),
        },
      ],
    };
  },
});

/**
 * Changes a contract. A new price holds from now or from a day on; those of other times stay.
 * @throws VersionConflict when another wrote since the given version was read
 * @throws Invalid as for a new contract
 * @throws Duplicate as for a new contract
 */
export const updateEnergyContract = defineCommand({
  name: "updateEnergyContract",
  input: updateEnergyContractInput,
  load: loadEnergyContract,
  requires: ofEnergyContract("update"),
  async run({ actor, input, transaction, subject: before, scope }) {
    const { id, version, price, priceUnit, priceFrom, energyPrices, ...others } = input;
    const { isMeterNumberAllowed, ...fields } = others;
    const after = { ...before, ...withoutUndefined(fields), validFrom: validFromOf(input, before) };
    // What was stored before and stays as it is is not checked.
    if (fields.buildingId !== undefined || after.meterId !== before.meterId) {
      const building = await requireOwnBuilding(transaction, after.buildingId, before.userId);
      const meterId = after.meterId === before.meterId ? null : after.meterId;
      await requireMeterPoint(transaction, meterId, building, isMeterNumberAllowed);
    }
    const problems = findContractProblems({ ...after, price, priceUnit, energyPrices });
    if (Object.keys(problems).length > 0) throw new Invalid(problems);
    if (periodFields.some((field) => after[field] !== before[field])) {
      await requireFreePeriod(transaction, actor.organizationId, after, scope === "own");
    }
    const { timeZone } = await getOrganization(transaction);
    const currency = after.currencyEnergyPrice;
    const prices = toPrices(before.energyPrices, input, { currency, timeZone });
    const [saved] = await transaction
      .update(energyContracts)
      .set({
        ...fields,
        validFrom: after.validFrom,
        energyPrices: prices,
        version: sql`${energyContracts.version} + 1`,
      })
      .where(and(eq(energyContracts.id, id), eq(energyContracts.version, version)))
      .returning();
    if (!saved) {
      const current = await findEnergyContract(transaction, id);
      const savedPrice = currentPrice(current.energyPrices);
      throw new VersionConflict(Object.assign(current, { price: savedPrice }), {
        ...fields,
        price,
      });
    }
    return {
      result: { id, userId: before.userId },
      audit: [
        {
          action: "energy-contract.updated",
          target: contractTarget(saved),
          changes: changesBetween(
            { ...before, price: currentPrice(before.energyPrices) },
            {
              ...fields,
              price: writtenPrice(input, before.energyPrices, currency),
              priceFrom,
            },
          ),
        },
      ],
    };
  },
});

/** What decides on which days no other contract may hold. */
const periodFields = ["meterId", "buildingId", "validFrom", "validUntil"] as const;

/** An emptied first day leaves the stored one. */
const validFromOf = (
  { validFrom }: { validFrom?: string | null | undefined },
  before: { validFrom: string | null },
) => validFrom ?? before.validFrom;

/** Deletes a contract. */
export const deleteEnergyContract = defineCommand({
  name: "deleteEnergyContract",
  input: deleteEnergyContractInput,
  load: loadEnergyContract,
  requires: ofEnergyContract("delete"),
  async run({ input, transaction, subject: contract }) {
    await markDeleted(transaction, energyContracts, contract, input.version);
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
