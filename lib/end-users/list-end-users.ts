import "server-only";
import { and, eq, exists, gte, inArray, isNull, lt, notExists, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices, users } from "@/db/schema";
import { type Actor, actorId } from "../access/actor";
import type { Reach } from "../access/matrix";
import { defineQuery } from "../access/use-case";
import { countUpToLimit } from "../lists/count-up-to-limit";
import { countLimit, type Direction, keyset } from "../lists/keyset";
import { listInput } from "../lists/list-input";
import { searchPatterns } from "../lists/search-patterns";
import { z } from "../validation/problems";

export const endUserSorts = ["name", "email", "created"] as const;

export const listEndUsersInput = z.object({
  ...listInput,
  sort: z.enum(endUserSorts).default("created"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  devices: z.enum(["none", "any", "disconnected"]).optional(),
  createdFrom: z.iso.date().optional(),
  createdUntil: z.iso.date().optional(),
});

type Input = z.output<typeof listEndUsersInput>;

const sorts = {
  name: { expression: users.sortName, type: "text", usual: "asc" },
  email: { expression: users.emailNormalized, type: "text", usual: "asc" },
  created: { expression: users.createdAt, type: "timestamptz", usual: "desc" },
} as const;

/** The direction a list takes when its address names none. */
export function usualEndUserDirection(sort: Input["sort"]): Direction {
  return sorts[sort].usual;
}

/**
 * A page of end-users, and how many there are up to the counting limit. Searches word fragments in
 * name, address, customer number and town, without regard to case and accents.
 */
export const listEndUsers = defineQuery({
  name: "listEndUsers",
  input: listEndUsersInput,
  requires: { action: "read", resource: "end-user" },
  async run({ actor, input, transaction, reach }) {
    const sort = sorts[input.sort];
    const { where, orderBy, toPage } = keyset(
      { ...sort, direction: input.direction ?? sort.usual },
      users.id,
      input.cursor,
    );
    const conditions = filters(transaction, actor, input, reach);
    const found = await transaction
      .select({
        id: users.id,
        email: users.email,
        firstName: users.firstName,
        lastName: users.lastName,
        externalUserId: users.externalUserId,
        zipCode: users.zipCode,
        town: users.town,
        country: users.country,
        createdAt: users.createdAt,
        sortValue: sql<string>`${sort.expression}`.mapWith(String),
      })
      .from(users)
      .where(and(conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const rows = found.map((row) => ({
      ...row,
      sortValue: input.sort === "created" ? row.createdAt.toISOString() : row.sortValue,
    }));
    const page = toPage(rows, input.size);
    const devicesOf = await summarizeDevices(transaction, page.rows);
    return {
      ...page,
      rows: page.rows.map(({ sortValue, ...row }) => ({
        ...row,
        devices: devicesOf.get(row.id) ?? { count: 0, disconnected: 0 },
      })),
      total: await countUpToLimit(transaction, users, conditions),
    };
  },
});

function filters(transaction: Transaction, actor: Actor, input: Input, reach: Reach) {
  const conditions: (SQL | undefined)[] = [eq(users.role, "user"), isNull(users.deletedAt)];
  if (reach === "own") conditions.push(eq(users.id, actorId(actor) ?? ""));
  const patterns = searchPatterns(input.search);
  if (patterns.length > 0) {
    conditions.push(
      inArray(
        users.id,
        sql`(select search_end_users(${sql.param(patterns)}::text[], ${countLimit + 1}))`,
      ),
    );
  }
  if (input.country) conditions.push(eq(users.country, input.country));
  if (input.createdFrom) conditions.push(gte(users.createdAt, new Date(input.createdFrom)));
  if (input.createdUntil) {
    conditions.push(lt(users.createdAt, sql`${input.createdUntil}::date + interval '1 day'`));
  }
  if (input.devices) conditions.push(deviceCondition(transaction, input.devices));
  return and(...conditions);
}

function deviceCondition(transaction: Transaction, wanted: NonNullable<Input["devices"]>) {
  const owned = transaction
    .select({ one: sql`1` })
    .from(devices)
    .where(
      and(
        eq(devices.organizationId, users.organizationId),
        eq(devices.userId, users.id),
        isNull(devices.deletedAt),
        wanted === "disconnected" ? eq(devices.connectionState, "disconnected") : undefined,
      ),
    );
  return wanted === "none" ? notExists(owned) : exists(owned);
}

async function summarizeDevices(transaction: Transaction, page: { id: string }[]) {
  if (page.length === 0) return new Map<string, { count: number; disconnected: number }>();
  const rows = await transaction
    .select({
      userId: devices.userId,
      count: sql<number>`count(*)::int`,
      disconnected: sql<number>`(count(*) filter (where ${devices.connectionState} = 'disconnected'))::int`,
    })
    .from(devices)
    .where(
      and(
        inArray(
          devices.userId,
          page.map((row) => row.id),
        ),
        isNull(devices.deletedAt),
      ),
    )
    .groupBy(devices.userId);
  return new Map(rows.map((row) => [row.userId, row]));
}
