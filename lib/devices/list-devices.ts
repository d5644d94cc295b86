import "server-only";
import { and, eq, ilike, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { connectionStates, deviceKinds, devices, users } from "@/db/schema";
import { type Actor, actorId } from "../access/actor";
import type { Reach } from "../access/matrix";
import { defineQuery } from "../access/use-case";
import { countUpToLimit } from "../lists/count-up-to-limit";
import { countLimit, type Direction, keyset } from "../lists/keyset";
import { listInput } from "../lists/list-input";
import { searchPatterns } from "../lists/search-patterns";
import { personName } from "../people/person-name";
import { z } from "../validation/problems";

export const deviceSorts = ["created", "model", "seen"] as const;

export const listDevicesInput = z.object({
  ...listInput,
  sort: z.enum(deviceSorts).default("created"),
  kind: z.enum(deviceKinds).optional(),
  manufacturer: z.string().trim().max(100).optional(),
  connection: z.enum(connectionStates).optional(),
  optimization: z.enum(["on", "off"]).optional(),
  /** Not seen for at least so many hours. */
  silentHours: z.coerce.number().int().min(1).max(8760).optional(),
});

type Input = z.output<typeof listDevicesInput>;

const lastSeen = sql`coalesce(${devices.currentStateLastUpdatedAt}, '-infinity'::timestamptz)`;

const sorts = {
  created: { expression: devices.createdAt, type: "timestamptz", usual: "desc" },
  model: { expression: devices.modelSort, type: "text", usual: "asc" },
  seen: { expression: lastSeen, type: "timestamptz", usual: "desc" },
} as const;

/** The direction a list takes when its address names none. */
export function usualDeviceDirection(sort: Input["sort"]): Direction {
  return sorts[sort].usual;
}

/** A page of the fleet with each device's owner, and how many there are up to the counting limit. */
export const listDevices = defineQuery({
  name: "listDevices",
  input: listDevicesInput,
  requires: { action: "read", resource: "device" },
  async run({ actor, input, transaction, reach }) {
    const sort = sorts[input.sort];
    const { where, orderBy, toPage } = keyset(
      { ...sort, direction: input.direction ?? sort.usual },
      devices.id,
      input.cursor,
    );
    const conditions = filters(actor, input, reach);
    const found = await transaction
      .select({
        id: devices.id,
        kind: devices.kind,
        manufacturer: devices.manufacturer,
        model: devices.model,
        modelSort: devices.modelSort,
        connectionState: devices.connectionState,
        isSmartOptimizationActive: devices.isSmartOptimizationActive,
        currentStateLastUpdatedAt: devices.currentStateLastUpdatedAt,
        createdAt: devices.createdAt,
        ownerId: users.id,
        firstName: users.firstName,
        lastName: users.lastName,
        email: users.email,
      })
      .from(devices)
      .innerJoin(
        users,
        and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
      )
      .where(and(conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(
      found.map((row) => ({ ...row, sortValue: sortValueOf(row, input.sort) })),
      input.size,
    );
    return {
      ...page,
      rows: page.rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        manufacturer: row.manufacturer,
        model: row.model,
        connectionState: row.connectionState,
        isSmartOptimizationActive: row.isSmartOptimizationActive,
        currentStateLastUpdatedAt: row.currentStateLastUpdatedAt,
        owner: { id: row.ownerId, name: personName(row) },
      })),
      total: await countUpToLimit(transaction, devices, conditions),
    };
  },
});

function sortValueOf(
  row: { createdAt: Date; modelSort: string; currentStateLastUpdatedAt: Date | null },
  sort: Input["sort"],
): string {
  if (sort === "model") return row.modelSort;
  if (sort === "created") return row.createdAt.toISOString();
  return row.currentStateLastUpdatedAt?.toISOString() ?? "-infinity";
}

function filters(actor: Actor, input: Input, reach: Reach): SQL | undefined {
  const conditions: (SQL | undefined)[] = [isNull(devices.deletedAt)];
  if (reach === "own") conditions.push(eq(devices.userId, actorId(actor) ?? ""));
  for (const pattern of searchPatterns(input.search)) {
    conditions.push(
      or(
        sql`${devices.modelSort} like ${pattern}`,
        ilike(devices.externalDeviceId, pattern),
        sql`${devices.userId} in (select search_end_users(array[${pattern}]::text[], ${countLimit + 1}))`,
      ),
    );
  }
  if (input.kind) conditions.push(eq(devices.kind, input.kind));
  if (input.manufacturer) conditions.push(eq(devices.manufacturer, input.manufacturer));
  if (input.connection) conditions.push(eq(devices.connectionState, input.connection));
  if (input.optimization) {
    conditions.push(eq(devices.isSmartOptimizationActive, input.optimization === "on"));
  }
  if (input.silentHours) {
    conditions.push(lt(lastSeen, sql`now() - make_interval(hours => ${input.silentHours})`));
  }
  return and(...conditions);
}
