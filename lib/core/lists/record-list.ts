import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type Actor, requireActorId } from "../access/actor";
import type { AccessScope } from "../access/matrix";
import { parseInput } from "../validation/parse-input";
import { z } from "../validation/problems";
import { EXPORT_PAGE_SIZE } from "./exported-rows";
import type { FacetCount } from "./facets";
import { createFinder } from "./find-records";
import { type BoundedCount, inOrderOf } from "./keyset";
import { type ListParameters, readParameters } from "./list-address";
import type { ListDeclaration } from "./list-declaration";
import { chosenIds } from "./list-input";
import type { ListRequest } from "./list-schema";

/** An end-user's own records: few enough for one page. */
const MAX_OWN = 100;

/** Makes a list of records of its declaration: what pages, exports, saved views and bulk actions read. */
export function defineRecordList<
  Sort extends string,
  Input extends ListRequest<Sort>,
  Sent,
  Facet extends FacetCount,
  Selected extends { id: string },
  Row extends { id: string },
>(list: ListDeclaration<Sort, Input, Sent, Facet, Selected, Row>) {
  const { name, schema, table, living, select, toRows } = list;
  const finder = createFinder({ ...list, id: table.id });
  const requires = { action: "read", resource: name } as const;
  type Call = { actor: Actor; input: Input; transaction: Transaction; scope: AccessScope };

  async function readRows(transaction: Transaction, ids: string[]): Promise<Row[]> {
    if (ids.length === 0) return [];
    const selected = await select(transaction).where(and(inArray(table.id, ids), living));
    return inOrderOf(ids, await toRows(transaction, selected, "organization"));
  }

  async function findRows(transaction: Transaction, input: Input) {
    const page = await finder.findPage(transaction, input);
    const ids = page.rows.map(({ id }) => id);
    return { ...page, rows: await readRows(transaction, ids) };
  }

  async function ownPage({ actor, input, transaction }: Call): ReturnType<typeof findRows> {
    const selected = await select(transaction)
      .where(and(eq(list.ownerId, requireActorId(actor)), living))
      .orderBy(desc(table.createdAt))
      .limit(MAX_OWN);
    return {
      rows: await toRows(transaction, selected, "own"),
      next: undefined,
      previous: undefined,
      isLikely: false,
      total: { count: selected.length, isMore: false },
      order: schema.sortOrder(input),
    };
  }

  return {
    ...finder,

    /** Use-cases of the list, but for their names. */
    useCases: {
      page: {
        input: schema.input,
        requires,
        run: (call: Call) =>
          call.scope === "own" ? ownPage(call) : findRows(call.transaction, call.input),
      },
      /** By the same filters and in the same order; or the chosen records. */
      exportPage: {
        input: schema.input.and(z.object({ ids: chosenIds })),
        requires,
        async run(call: Call & { input: { ids?: string[] | undefined } }) {
          const { input, transaction, scope } = call;
          if (scope === "own") return ownPage(call);
          if (!input.ids) return findRows(transaction, { ...input, size: EXPORT_PAGE_SIZE });
          return { rows: await readRows(transaction, input.ids), next: undefined };
        },
      },
      /** Up to the counting limit. */
      count: {
        input: schema.input,
        requires,
        async run(call: Call): Promise<BoundedCount> {
          if (call.scope !== "own") return finder.count(call.transaction, call.input);
          const { rows } = await ownPage(call);
          return { count: rows.length, isMore: false };
        },
      },
    },

    /** Those of some ids that there is a record of. */
    async findExisting(transaction: Transaction, ids: string[]): Promise<string[]> {
      const rows = await transaction
        .select({ id: sql<string>`${table.id}` })
        .from(table)
        .where(and(inArray(table.id, ids), living));
      return rows.map(({ id }) => id);
    },

    /** Whether the list takes these parameters of an address. */
    takes: (parameters: ListParameters) => schema.input.safeParse(parameters).success,

    /**
     * Reads the facets once, for however many addresses.
     * @returns how many records an address lists, where that is known without counting
     */
    async createViewCounter(transaction: Transaction) {
      const countOf = await finder.createCounter(transaction);
      return (query: string): number | undefined => {
        const { data } = schema.input.safeParse(readParameters(query));
        return data && countOf(data);
      };
    },

    /**
     * All records that an address lists, not only those of its page.
     * @throws Invalid when the list does not take the address
     */
    matching(query: string) {
      const { cursor, size, ...filters } = readParameters(query);
      const input = parseInput(schema.input, filters);
      return {
        isSearch: input.search !== "",
        count: (transaction: Transaction) => finder.count(transaction, input),
        /** A large page of their ids. */
        findPage: (transaction: Transaction, next: string | undefined) =>
          finder.findPage(transaction, { ...input, cursor: next, size: EXPORT_PAGE_SIZE }),
      };
    },
  };
}
