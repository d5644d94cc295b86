import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, users } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { EXPORT_PAGE_SIZE } from "@/lib/core/lists/exported-rows";
import { totalOf } from "@/lib/core/lists/facets";
import { type BoundedCount, inOrderOf } from "@/lib/core/lists/keyset";
import { chosenIds } from "@/lib/core/lists/list-input";
import { personName } from "@/lib/core/people/person-name";
import { pick } from "@/lib/core/records/field-table";
import { defineQuery } from "@/lib/define-use-case";
import { buildingOrder, isCountedByFacets, listBuildingsInput } from "./building-list-schema";
import { buildingFieldNames } from "./building-schema";
import {
  buildingCondition,
  countFoundBuildings,
  findBuildingPage,
  selectBuildings,
} from "./find-buildings";

/**
 * A page of buildings with each one's end-user. Searches name and address, and what the end-user is found
 * by. `total` is there where it is known without counting; otherwise `countBuildings` tells.
 */
export const listBuildings = defineQuery({
  name: "listBuildings",
  input: listBuildingsInput,
  requires: { action: "read", resource: "building" },
  async run({ actor, input, transaction, scope }) {
    const order = buildingOrder(input);
    if (scope === "own") return { ...(await ownPage(transaction, actor)), order };
    const selection = await selectBuildings(transaction, input);
    const page = await findBuildingPage(transaction, input, selection);
    const ids = page.rows.map(({ id }) => id);
    return {
      ...page,
      rows: inOrderOf(ids, ids.length > 0 ? await readRows(transaction, ids) : []),
      order,
    };
  },
});

/** A page of a list's export, by the same filters and in the same order; or the chosen records. */
export const readBuildingExportPage = defineQuery({
  name: "readBuildingExportPage",
  input: listBuildingsInput.extend({ ids: chosenIds }),
  requires: { action: "read", resource: "building" },
  async run({ actor, input, transaction, scope }) {
    if (scope === "own") return ownPage(transaction, actor);
    if (input.ids) {
      const living = await selectRows(transaction).where(
        and(inArray(buildings.id, input.ids), isNull(buildings.deletedAt)),
      );
      return { rows: inOrderOf(input.ids, living.map(withOwner)), next: undefined };
    }
    const page = await findBuildingPage(
      transaction,
      { ...input, size: EXPORT_PAGE_SIZE },
      await selectBuildings(transaction, input),
    );
    const ids = page.rows.map(({ id }) => id);
    return {
      ...page,
      rows: inOrderOf(ids, ids.length > 0 ? await readRows(transaction, ids) : []),
    };
  },
});

/** How many buildings a list has, up to the counting limit. */
export const countBuildings = defineQuery({
  name: "countBuildings",
  input: listBuildingsInput,
  requires: { action: "read", resource: "building" },
  async run({ actor, input, transaction, scope }): Promise<BoundedCount> {
    if (scope === "own") return (await ownPage(transaction, actor)).total;
    const selection = await selectBuildings(transaction, input);
    if (isCountedByFacets(input)) return totalOf(selection.facets);
    if (input.search === "") {
      return countUpToLimit(transaction, buildings, buildingCondition(input, selection));
    }
    return countFoundBuildings(transaction, input, selection);
  },
});

function selectRows(transaction: Transaction) {
  return transaction
    .select({
      id: buildings.id,
      ...pick(buildings, buildingFieldNames),
      contractCount: buildings.contractCount,
      deviceCount: buildings.deviceCount,
      createdAt: buildings.createdAt,
      ownerId: users.id,
      firstName: users.firstName,
      lastName: users.lastName,
      email: users.email,
    })
    .from(buildings)
    .innerJoin(
      users,
      and(eq(users.organizationId, buildings.organizationId), eq(users.id, buildings.userId)),
    );
}

type Row = Awaited<ReturnType<typeof selectRows>>[number];

function withOwner({ ownerId, firstName, lastName, email, ...building }: Row) {
  return {
    ...building,
    owner: { id: ownerId, email, name: personName({ firstName, lastName, email }) },
  };
}

async function readRows(transaction: Transaction, ids: string[]) {
  return (await selectRows(transaction).where(inArray(buildings.id, ids))).map(withOwner);
}

/** An end-user's own buildings: few enough for one page. */
async function ownPage(transaction: Transaction, actor: Actor) {
  const rows = await selectRows(transaction)
    .where(and(eq(buildings.userId, actorId(actor) ?? ""), isNull(buildings.deletedAt)))
    .orderBy(desc(buildings.createdAt))
    .limit(100);
  return {
    rows: rows.map(withOwner),
    next: undefined,
    previous: undefined,
    isLikely: false,
    total: { count: rows.length, isMore: false },
  };
}
