import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { buildings, users } from "@/db/schema";
import { personName } from "@/lib/core/people/person-name";
import { defineQuery } from "@/lib/define-use-case";
import { energyContractReference } from "./energy-contract-schema";
import { loadEnergyContract, ofEnergyContract } from "./find-energy-contract";

/** One contract with its end-user and the buildings it may be for. */
export const getEnergyContract = defineQuery({
  name: "getEnergyContract",
  input: energyContractReference,
  load: loadEnergyContract,
  requires: ofEnergyContract("read"),
  async run({ transaction, subject }) {
    const { organizationId, deletedAt, ...contract } = subject;
    const [owner] = await transaction.select().from(users).where(eq(users.id, contract.userId));
    const ofOwner = await transaction
      .select({ id: buildings.id, name: buildings.name })
      .from(buildings)
      .where(and(eq(buildings.userId, contract.userId), isNull(buildings.deletedAt)))
      .orderBy(asc(buildings.createdAt), asc(buildings.id))
      .limit(100);
    return {
      ...contract,
      owner: { id: contract.userId, name: owner ? personName(owner) : "–" },
      buildings: ofOwner,
    };
  },
});
