import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type Database, type Transaction } from "@/db/client";
import { endUserTags, tags, users } from "@/db/schema";
import { endUserFacets } from "@/lib/customers/end-users/end-user-facet";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { Invalid } from "../errors";
import { z } from "../validation/problems";
import { listInput } from "./list-input";
import { defineListSchema } from "./list-schema";
import { days, prefix } from "./range-filters";
import { defineRecordList } from "./record-list";

const sorts = ["created", "postalCode"] as const;

const schema = defineListSchema({
  input: z.object({
    ...listInput,
    country: z.string().optional(),
    tag: z.string().optional(),
    postalCode: z.string().optional(),
    createdFrom: z.iso.date().optional(),
    sort: z.enum(sorts).default("created"),
  }),
  sorts,
  descending: ["created"],
  ranges: [prefix("postalCode"), days("created")],
  sortsFor: ({ tag }) => (tag && tag !== "of any sort" ? ["created"] : sorts),
});

const living = sql`${users.role} = 'user' and ${users.deletedAt} is null`;

/** A list of end-users that takes "swiss" as a filter, and stores those with a tag apart. */
const list = defineRecordList({
  name: "end-user",
  schema,
  facets: endUserFacets,
  table: users,
  living,
  listed: sql`${living} and ${users.archivedAt} is null`,
  sorts: {
    created: { expression: users.createdAt, type: "timestamptz" },
    postalCode: { expression: users.postalCodeSort, type: "text" },
  },
  search: {
    find: (words, filters, max) => sql`search_end_users(${words}, ${filters}, ${max})`,
    allowsMistakes: true,
    namesAllFacets: true,
  },
  takeWords: (facets, words) => ({
    facets: words.flat().includes("swiss")
      ? facets.filter(({ country }) => country === "CH")
      : facets,
    words: words.filter(([word]) => word !== "swiss"),
  }),
  part: {
    nameOf: ({ tag }) => tag,
    find: async (transaction, name) => {
      const [row] = await transaction.select().from(tags).where(eq(tags.name, name));
      return (
        row && {
          source: {
            table: endUserTags,
            id: endUserTags.userId,
            listed: eq(endUserTags.tagId, row.id),
            sorts: { created: { expression: endUserTags.createdAt, type: "timestamptz" } },
          },
          searchFilters: { tag: row.id },
        }
      );
    },
  },
  ownerId: users.id,
  select: (transaction) =>
    transaction.select({ id: users.id, lastName: users.lastName }).from(users).$dynamic(),
  toRows: (_, rows, scope) => rows.map((row) => ({ ...row, scope })),
});

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
let database: Database;
let organization: TestOrganization;

type Input = z.input<typeof schema.input>;
const parse = (input: Input) => schema.input.parse(input);
const read = <Result>(run: (transaction: Transaction) => Promise<Result>) =>
  database.read(organization.id, run);

async function names(input: Input): Promise<string[]> {
  const { rows } = await listPage(input);
  return rows.map(({ lastName }) => lastName ?? "");
}

/** Calls what the list's use-case for a page runs, or that for an export of chosen records. */
const listPage = (input: Input, person = organization.admin) =>
  read((transaction) =>
    list.useCases.page.run({
      actor: actorOf(person),
      input: parse(input),
      transaction,
      scope: person.role === "user" ? "own" : "organization",
    }),
  );
const exportChosen = (ids: string[]) =>
  read((transaction) =>
    list.useCases.exportPage.run({
      actor: actorOf(organization.admin),
      input: { ...parse({}), ids },
      transaction,
      scope: "organization",
    }),
  );

const countOf = (input: Input) => read((transaction) => list.count(transaction, parse(input)));

beforeAll(async () => {
  organization = await createOrganization(owner.tables);
  const { id: organizationId, endUser, otherEndUser } = organization;
  await owner.tables
    .update(users)
    .set({ deletedAt: new Date() })
    .where(eq(users.id, otherEndUser.id));
  await owner.tables
    .update(users)
    .set({ lastName: "Amann", country: "AT", zipCode: "1010", createdAt: new Date("2026-01-01") })
    .where(eq(users.id, endUser.id));
  const person = { organizationId, role: "user", status: "active" } as const;
  const rows = await owner.tables
    .insert(users)
    .values([
      {
        ...person,
        email: "b@home.example",
        lastName: "Brunner",
        country: "CH",
        zipCode: "8001",
        createdAt: new Date("2026-02-01"),
      },
      {
        ...person,
        email: "c@home.example",
        lastName: "Camenzind",
        country: "CH",
        zipCode: "1200",
        createdAt: new Date("2026-03-01"),
      },
    ])
    .returning({ id: users.id });
  for (const name of ["VIP", "of any sort"]) {
    const [tag] = await owner.tables
      .insert(tags)
      .values({ organizationId, name })
      .returning({ id: tags.id });
    await owner.tables
      .insert(endUserTags)
      .values(
        [endUser, ...rows].map(({ id }) => ({ organizationId, tagId: tag?.id ?? "", userId: id })),
      );
  }
  database = createDatabase(url, { connections: 1 });
});
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

describe("a declared list", () => {
  it("goes in the order of a sort, and in that of a range", async () => {
    expect(await names({})).toEqual(["Camenzind", "Brunner", "Amann"]);
    expect(await names({ sort: "postalCode" })).toEqual(["Amann", "Camenzind", "Brunner"]);
    expect(await names({ postalCode: "1" })).toEqual(["Amann", "Camenzind"]);
    expect(await names({ postalCode: "1", createdFrom: "2026-02-15" })).toEqual(["Camenzind"]);
  });

  it.each<[string, Input, number]>([
    ["no filter", {}, 3],
    ["a facet", { country: "CH" }, 2],
    ["a range", { createdFrom: "2026-02-01" }, 2],
    ["a search", { search: "brunner" }, 1],
    ["a search with a mistake", { search: "brunnr" }, 1],
    ["a part", { tag: "VIP" }, 3],
    ["nothing", { country: "LI" }, 0],
  ])("counts what it lists by %s", async (_, input, expected) => {
    expect(await names(input)).toHaveLength(expected);
    expect(await countOf(input)).toEqual({ count: expected, isMore: false });
  });

  it("tells the number of a view where facets tell it, and nothing otherwise", async () => {
    const counter = await read((transaction) => list.createViewCounter(transaction));
    expect(counter("country=CH&size=50")).toBe(2);
    expect(counter("search=swiss")).toBe(2);
    for (const query of ["createdFrom=2026-01-01", "search=anna", "tag=VIP", "sort=nonsense"]) {
      expect(counter(query), query).toBeUndefined();
    }
  });

  it("does not search for words that it takes as a filter, and still offers its sorts", async () => {
    const page = await listPage({ search: "swiss", sort: "postalCode" });
    expect(page.rows.map(({ lastName }) => lastName)).toEqual(["Camenzind", "Brunner"]);
    expect(page).toMatchObject({
      order: { sort: "postalCode", offered: sorts },
      total: { count: 2 },
    });
    const search = await listPage({ search: "swiss brunner" });
    expect(search.rows.map(({ lastName }) => lastName)).toEqual(["Brunner"]);
    expect(search).toMatchObject({ order: { sort: "match", offered: [] } });
  });
});

describe("a part of a list", () => {
  it("keeps facets, and ranges that only the list's own table has", async () => {
    expect(await names({ tag: "VIP", country: "CH" })).toHaveLength(2);
    expect(await names({ tag: "VIP", postalCode: "1" })).toHaveLength(2);
    expect(await names({ tag: "VIP", search: "brunner" })).toEqual(["Brunner"]);
    expect(await countOf({ tag: "VIP", postalCode: "8" })).toEqual({ count: 1, isMore: false });
  });

  it("is empty where it does not exist", async () => {
    expect(await names({ tag: "nobody" })).toEqual([]);
    expect(await names({ tag: "nobody", search: "brunner" })).toEqual([]);
    expect(await countOf({ tag: "nobody" })).toEqual({ count: 0, isMore: false });
  });

  it("fails when it offers a sort that it does not store", async () => {
    await expect(names({ tag: "of any sort", sort: "postalCode" })).rejects.toThrow(
      "does not store",
    );
  });
});

it("exports chosen records in their order, without deleted ones", async () => {
  const { rows } = await listPage({});
  const ids = [...rows.map(({ id }) => id).toReversed(), organization.otherEndUser.id];
  const exported = await exportChosen(ids);
  expect(exported.rows.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  const existing = await read((transaction) => list.findExisting(transaction, ids));
  expect(existing.toSorted()).toEqual(ids.slice(0, 3).toSorted());
});

it("shows an end-user only their own record, and says in what scope", async () => {
  const { rows, total } = await listPage({ country: "LI" }, organization.endUser);
  expect(rows).toEqual([{ id: organization.endUser.id, lastName: "Amann", scope: "own" }]);
  expect(total).toEqual({ count: 1, isMore: false });
});

describe("all that an address lists", () => {
  it("is the same from any page, in large pages", async () => {
    const first = await listPage({ size: 25 });
    const matching = list.matching(`country=CH&size=25&cursor=${first.next ?? "x"}`);
    expect(matching.isSearch).toBe(false);
    const page = await read((transaction) => matching.findPage(transaction, undefined));
    expect(page.rows).toHaveLength(2);
    expect(await read(matching.count)).toEqual({ count: 2, isMore: false });
  });

  it("is refused where the list does not take the address", () => {
    expect(() => list.matching("sort=nonsense")).toThrow(Invalid);
    expect(list.takes({ sort: "nonsense" })).toBe(false);
    expect(list.takes({ sort: "created", unknown: "1" })).toBe(true);
  });
});
