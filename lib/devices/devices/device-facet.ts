import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deviceModels, listCounts } from "@/db/schema";
import type { ListFacets } from "@/lib/core/lists/facets";
import { normalizeForSearch } from "@/lib/core/lists/normalize-for-search";
import type { SearchWords } from "@/lib/core/lists/search-words";
import { isControllable } from "./device-kinds";
import type { connectionStates, deviceKinds } from "./device-terms";

type Kind = (typeof deviceKinds)[number];
type ConnectionState = (typeof connectionStates)[number];

const connections: ConnectionState[] = [
  "connected",
  "disconnected",
  "pending",
  "error",
  "degraded",
  "revoked",
];

/** Devices of one model in one state: what a facet of the device list means. */
export type DeviceFacet = {
  facet: number;
  count: number;
  kind: Kind;
  manufacturer: string;
  model: string;
  connection: ConnectionState;
  isOptimized: boolean;
};

/**
 * The facets of the organization's fleet with exact numbers, by manufacturer and model. The database's
 * `device_facet` makes them: optimisation in the lowest bit, connection in the next three, then the model.
 */
export async function readDeviceFacets(transaction: Transaction): Promise<DeviceFacet[]> {
  const total = sql<number>`sum(${listCounts.count})::int`;
  const rows = await transaction
    .select({
      facet: listCounts.facet,
      count: total,
      kind: deviceModels.kind,
      manufacturer: deviceModels.manufacturer,
      model: deviceModels.model,
    })
    .from(listCounts)
    .innerJoin(deviceModels, eq(deviceModels.number, sql`${listCounts.facet} >> 4`))
    .where(eq(listCounts.list, "device"))
    .groupBy(listCounts.facet, deviceModels.kind, deviceModels.manufacturer, deviceModels.model)
    .having(sql`${total} > 0`)
    .orderBy(asc(deviceModels.manufacturer), asc(deviceModels.model));
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Kind,
    connection: connections[Math.floor(row.facet / 2) % 8] ?? "error",
    isOptimized: row.facet % 2 === 1,
  }));
}

type DeviceFacetFilter = {
  kind?: Kind | undefined;
  manufacturer?: string | undefined;
  model?: string | undefined;
  connection?: ConnectionState | undefined;
  optimization?: "on" | "off" | undefined;
  waitingHours?: number | undefined;
  sort?: string | undefined;
};

/** Only disconnected devices wait for a reconnection; the optimisation of one that only measures is neither on nor off. */
export const deviceFacets: ListFacets<DeviceFacet, DeviceFacetFilter> = {
  read: readDeviceFacets,
  matches(facet, { kind, manufacturer, model, optimization, waitingHours, sort, ...filter }) {
    const isWaitingList = waitingHours !== undefined || sort === "waiting";
    const connection = isWaitingList ? "disconnected" : filter.connection;
    return (
      (!kind || facet.kind === kind) &&
      (!manufacturer || facet.manufacturer === manufacturer) &&
      (!model || facet.model === model) &&
      (!connection || facet.connection === connection) &&
      (!optimization ||
        (isControllable(facet.kind) && facet.isOptimized === (optimization === "on")))
    );
  },
};

/** Short words begin a word of the name; whole words, which end in a dot, are one. */
const inModelName = (word: string) =>
  word.endsWith(".") ? ` ${word.slice(0, -1)} ` : word.length < 3 ? ` ${word}` : word;

/** The facets of models that a search names in words, and the words that name none. */
export function takeModelNames(all: DeviceFacet[], words: SearchWords) {
  let facets = all;
  const rest: SearchWords = [];
  for (const spellings of words) {
    const matching = facets.filter(({ manufacturer, model }) => {
      const text = ` ${normalizeForSearch(`${manufacturer} ${model}`)} `;
      return spellings.some((word) => text.includes(inModelName(word)));
    });
    if (matching.length > 0) facets = matching;
    else rest.push(spellings);
  }
  return { facets, words: rest };
}
