import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { energyContracts } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { recordOfUser, recordsOfUser } from "@/lib/core/lists/records-of-user";
import { requirePerson } from "@/lib/core/people/require-person";
import { defineQuery } from "@/lib/define-use-case";

export type EnergyContractRecord = typeof energyContracts.$inferSelect;

/** One contract of an end-user as it is stored. @throws NotFound */
export const getEnergyContractRecord = defineQuery({
  name: "getEnergyContractRecord",
  input: recordOfUser,
  requires: ({ input }) => [{ action: "read", resource: "energy-contract", ownerId: input.userId }],
  async run({ input, transaction }) {
    const [contract] = await transaction
      .select()
      .from(energyContracts)
      .where(
        and(
          eq(energyContracts.id, input.id),
          eq(energyContracts.userId, input.userId),
          input.includeDeleted ? undefined : isNull(energyContracts.deletedAt),
        ),
      );
    if (!contract) throw new NotFound();
    return contract;
  },
});

/** A page of an end-user's contracts, the oldest first. */
export const listEnergyContractRecords = defineQuery({
  name: "listEnergyContractRecords",
  input: recordsOfUser,
  requires: ({ input }) => [{ action: "read", resource: "energy-contract", ownerId: input.userId }],
  async run({ input, transaction }) {
    await requirePerson(transaction, input.userId);
    const { where, orderBy, toPage } = newestFirst(energyContracts, { ...input, direction: "asc" });
    const found = await transaction
      .select()
      .from(energyContracts)
      .where(
        and(
          eq(energyContracts.userId, input.userId),
          input.includeDeleted ? undefined : isNull(energyContracts.deletedAt),
          where,
        ),
      )
      .orderBy(...orderBy)
      .limit(input.limit + 1);
    return toPage(found, input.limit);
  },
});
