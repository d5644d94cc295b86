import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { buildings, devices, users } from "@/db/schema";
import { Forbidden } from "@/lib/core/errors";
import { listInput } from "@/lib/core/lists/list-input";
import { readSearchWords } from "@/lib/core/lists/read-search-words";
import { z } from "@/lib/core/validation/problems";
import { endUserListSchema } from "@/lib/customers/end-users/end-user-list-schema";
import { endUserList } from "@/lib/customers/end-users/list-end-users";
import { defineQuery } from "@/lib/define-use-case";
import { readCustomerFacts } from "./customer-facts";
import { findOwnedMatches } from "./owned-matches";

const PAGE_SIZE = 12;
export const MIN_SEARCH_LENGTH = 2;
/** A search shows no more than its best matches. */
const MAX_REACHABLE = 1000;

export const searchCustomersInput = z.object({
  search: listInput.search,
  cursor: listInput.cursor,
});

export type FoundCustomers = Awaited<ReturnType<typeof searchCustomers>>;
export type FoundCustomer = FoundCustomers["rows"][number];

/**
 * The customers that somebody on the phone may be, by what they say: a page of those that the end-user list finds by
 * the same words, with what they are told apart by.
 */
export const searchCustomers = defineQuery({
  name: "searchCustomers",
  input: searchCustomersInput,
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "building" },
    { action: "read", resource: "device" },
    { action: "read", resource: "energy-contract" },
    { action: "read", resource: "case" },
  ],
  async run({ input: { search, cursor }, transaction, scope }) {
    if (scope === "own") throw new Forbidden("Only the team searches customers.");
    const words = await readSearchWords(transaction, search);
    const page = await findPage(transaction, search, words.length > 0, cursor);
    const facts = await readCustomerFacts(
      transaction,
      page.rows.map(({ id }) => id),
    );
    const others = page.rows.filter(({ isOwner }) => isOwner).map(({ id }) => id);
    const ownedMatches = await findOwnedMatches(transaction, words, others);
    return {
      ...page,
      words,
      rows: facts.map((customer) => ({
        ...customer,
        ownedMatches: ownedMatches.filter(({ userId }) => userId === customer.id),
      })),
    };
  },
});

const nothing = {
  rows: [],
  next: undefined,
  previous: undefined,
  total: { count: 0, isMore: false },
  isLikely: false,
};

/** Ids of a page; `isOwner` says that not their own record fits, but what they own. */
async function findPage(
  transaction: Transaction,
  search: string,
  isSearch: boolean,
  cursor: string | undefined,
) {
  if (search.length < MIN_SEARCH_LENGTH || !isSearch) return nothing;
  if (z.uuid().safeParse(search).success) {
    const rows = (await findOwners(transaction, search)).map((id) => ({ id, isOwner: false }));
    return { ...nothing, rows, total: { count: rows.length, isMore: false } };
  }
  const input = endUserListSchema.input.parse({ search, cursor });
  const page = await endUserList.findPage(transaction, { ...input, size: PAGE_SIZE });
  const unknown = { count: page.rows.length > 0 ? MAX_REACHABLE : 0, isMore: page.rows.length > 0 };
  return {
    next: page.next,
    previous: page.previous,
    isLikely: page.isLikely,
    total: page.total ?? unknown,
    rows: page.rows.map(({ id, sortValue }) => ({ id, isOwner: sortValue.startsWith("5") })),
  };
}

/** Whom a full id belongs to: a customer's own, or that of a device or building. */
async function findOwners(transaction: Transaction, id: string): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    transaction,
    sql`select id from ${users} where role = 'user' and deleted_at is null and id in (
      select ${id}::uuid
      union select user_id from ${devices} where id = ${id} and deleted_at is null
      union select user_id from ${buildings} where id = ${id} and deleted_at is null)`,
  );
  return rows.map((row) => row.id);
}
