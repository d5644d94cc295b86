import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { endUserTags, users } from "@/db/schema";
import { defineRecordList } from "@/lib/core/lists/record-list";
import { nameColumns } from "@/lib/core/people/name-columns";
import { defineQuery } from "@/lib/define-use-case";
import { findTag } from "../tags/find-tag";
import { readTagsOf } from "../tags/tag-end-users";
import { endUserFacets } from "./end-user-facet";
import { endUserListSchema } from "./end-user-list-schema";

const columns = {
  id: users.id,
  ...nameColumns,
  vatId: users.vatId,
  salutation: users.salutation,
  language: users.language,
  preferredChannel: users.preferredChannel,
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

const isLiving = sql`${users.role} = 'user' and ${users.deletedAt} is null`;

/**
 * Searches name, address, telephone and customer number: words, their beginnings and fragments, in any of their
 * spellings; then metering points, serial numbers, case numbers and addresses of buildings.
 */
export const endUserList = defineRecordList({
  name: "end-user",
  schema: endUserListSchema,
  facets: endUserFacets,
  table: users,
  living: isLiving,
  listed: sql`${isLiving} and ${users.archivedAt} is null`,
  sorts: {
    name: { expression: users.sortName, type: "text" },
    email: { expression: users.emailNormalized, type: "text" },
    number: { expression: users.numberSort, type: "text" },
    postalCode: { expression: users.postalCodeSort, type: "text" },
    created: { expression: users.createdAt, type: "timestamptz" },
    seen: { expression: users.lastSeenSort, type: "timestamptz" },
  },
  search: {
    find: (words, filters, max) => sql`search_end_users(${words}, ${filters}, ${max})`,
    count: (words, filters, max) =>
      sql`select count_found_end_users(${words}, ${filters}, ${max}) as count`,
    allowsMistakes: true,
    namesAllFacets: true,
  },
  part: { nameOf: ({ tag }) => tag, find: findTagged },
  ownerId: users.id,
  select: (transaction) => transaction.select(columns).from(users).$dynamic(),
  async toRows(transaction, rows, scope) {
    const ids = rows.map(({ id }) => id);
    // Tags are words of the team about a customer, who does not see them.
    const tags = scope === "own" ? [] : await readTagsOf(transaction, ids);
    const tagsOf = (id: string) =>
      tags.filter(({ userId }) => userId === id).map(({ name }) => name);
    return rows.map((row) => ({ ...row, tags: tagsOf(row.id) }));
  },
});

/** End-users by tag are in a separate table, with their facet and creation. */
async function findTagged(transaction: Transaction, name: string) {
  const tag = await findTag(transaction, name);
  if (!tag) return undefined;
  return {
    source: {
      table: endUserTags,
      id: endUserTags.userId,
      listed: eq(endUserTags.tagId, tag.id),
      sorts: { created: { expression: endUserTags.createdAt, type: "timestamptz" } },
    } as const,
    searchFilters: { tag: tag.id },
  };
}

/** A page of end-users. `total` is there where it is known without counting; otherwise `countEndUsers` tells. */
export const listEndUsers = defineQuery({ name: "listEndUsers", ...endUserList.useCases.page });

export const readEndUserExportPage = defineQuery({
  name: "readEndUserExportPage",
  ...endUserList.useCases.exportPage,
});

export const countEndUsers = defineQuery({ name: "countEndUsers", ...endUserList.useCases.count });
