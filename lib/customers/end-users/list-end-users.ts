import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { EXPORT_PAGE_SIZE } from "@/lib/core/lists/exported-rows";
import { totalOf } from "@/lib/core/lists/facets";
import { type BoundedCount, inOrderOf } from "@/lib/core/lists/keyset";
import { chosenIds } from "@/lib/core/lists/list-input";
import { defineQuery } from "@/lib/define-use-case";
import { readTagsOf } from "../tags/tag-end-users";
import {
  type EndUserListInput,
  endUserOrder,
  isCountedByFacets,
  listEndUsersInput,
} from "./end-user-list-schema";
import { findLivingEndUsers } from "./find-end-user";
import {
  countFoundEndUsers,
  endUserCondition,
  findEndUserPage,
  selectEndUsers,
} from "./find-end-users";

const shown = {
  id: users.id,
  email: users.email,
  firstName: users.firstName,
  lastName: users.lastName,
  externalUserId: users.externalUserId,
  phone: users.phone,
  streetAndNumber: users.streetAndNumber,
  streetAddInfo: users.streetAddInfo,
  zipCode: users.zipCode,
  town: users.town,
  country: users.country,
  status: users.status,
  archivedAt: users.archivedAt,
  createdAt: users.createdAt,
  lastSeenAt: users.lastSeenAt,
  buildingCount: users.buildingCount,
  contractCount: users.contractCount,
  deviceCount: users.deviceCount,
  disconnectedDeviceCount: users.disconnectedDeviceCount,
};

/**
 * A page of end-users. Searches name, address, telephone and customer number: words, their beginnings and
 * fragments, without regard to case and accents, and with one mistake where nothing is found otherwise.
 * `total` is there where it is known without counting; otherwise `countEndUsers` tells.
 */
export const listEndUsers = defineQuery({
  name: "listEndUsers",
  input: listEndUsersInput,
  requires: { action: "read", resource: "end-user" },
  async run({ actor, input, transaction, scope }) {
    const order = endUserOrder(input);
    if (scope === "own") return { ...(await ownPage(transaction, actor)), order };
    const selection = await selectEndUsers(transaction, input);
    const page = await findEndUserPage(transaction, input, selection);
    return { ...page, rows: await readRows(transaction, page.rows), order };
  },
});

/** A page of a list's export, by the same filters and in the same order; or the chosen records. */
export const readEndUserExportPage = defineQuery({
  name: "readEndUserExportPage",
  input: listEndUsersInput.extend({ ids: chosenIds }),
  requires: { action: "read", resource: "end-user" },
  async run({ actor, input, transaction, scope }) {
    if (scope === "own") return ownPage(transaction, actor);
    if (input.ids) {
      const living = await findLivingEndUsers(transaction, input.ids);
      return { rows: await readRows(transaction, living), next: undefined };
    }
    const page = await findEndUserPage(
      transaction,
      { ...input, size: EXPORT_PAGE_SIZE },
      await selectEndUsers(transaction, input),
    );
    return { ...page, rows: await readRows(transaction, page.rows) };
  },
});

/** How many end-users a list has, up to the counting limit. */
export const countEndUsers = defineQuery({
  name: "countEndUsers",
  input: listEndUsersInput,
  requires: { action: "read", resource: "end-user" },
  async run({ input, transaction, scope }) {
    return scope === "own"
      ? { count: 1, isMore: false }
      : countMatchingEndUsers(transaction, input);
  },
});

/** How many end-users a list's filters match, up to the counting limit. */
export async function countMatchingEndUsers(
  transaction: Transaction,
  input: EndUserListInput,
): Promise<BoundedCount> {
  const selection = await selectEndUsers(transaction, input);
  if (isCountedByFacets(input)) return totalOf(selection.facets);
  if (input.search === "") {
    const { table, where } = endUserCondition(input, selection);
    return countUpToLimit(transaction, table, where);
  }
  return countFoundEndUsers(transaction, input, selection);
}

async function readRows(transaction: Transaction, page: { id: string }[]) {
  const ids = page.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await transaction.select(shown).from(users).where(inArray(users.id, ids));
  const tags = await readTagsOf(transaction, ids);
  const tagsOf = (id: string) => tags.filter(({ userId }) => userId === id).map(({ name }) => name);
  return inOrderOf(
    ids,
    rows.map((row) => ({ ...row, tags: tagsOf(row.id) })),
  );
}

async function ownPage(transaction: Transaction, actor: Actor) {
  const rows = await transaction
    .select(shown)
    .from(users)
    .where(
      and(eq(users.id, actorId(actor) ?? ""), eq(users.role, "user"), isNull(users.deletedAt)),
    );
  return {
    rows: rows.map((row) => ({ ...row, tags: [] as string[] })),
    next: undefined,
    previous: undefined,
    isLikely: false,
    total: { count: rows.length, isMore: false },
  };
}
