import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, devices, users } from "@/db/schema";
import { actorId } from "@/lib/core/access/actor";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";

/** Whether a search may be meant for exactly one record: a full id or e-mail address. */
export function isExactTerm(term: string): boolean {
  return z.uuid().safeParse(term).success || z.email().safeParse(term).success;
}

/** The end-user, building or device that a full id or e-mail address belongs to. */
export const findRecord = defineQuery({
  name: "findRecord",
  input: z.object({ term: z.string().trim().max(254) }),
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "building" },
    { action: "read", resource: "device" },
  ],
  async run({ actor, input: { term }, transaction, scope }) {
    const ownerId = scope === "own" ? actorId(actor) : undefined;
    if (!z.uuid().safeParse(term).success) {
      const [person] = await transaction
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.emailNormalized, term.toLowerCase()), isEndUser, ownedUser(ownerId)));
      return person && { type: "end-user" as const, id: person.id };
    }
    return findById(transaction, term, ownerId);
  },
});

const isEndUser = and(eq(users.role, "user"), isNull(users.deletedAt));

const ownedUser = (ownerId: string | undefined) => (ownerId ? eq(users.id, ownerId) : undefined);

async function findById(transaction: Transaction, id: string, ownerId: string | undefined) {
  const [person] = await transaction
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), isEndUser, ownedUser(ownerId)));
  if (person) return { type: "end-user" as const, id };
  for (const { type, table } of [
    { type: "device" as const, table: devices },
    { type: "building" as const, table: buildings },
  ]) {
    const [record] = await transaction
      .select({ id: table.id })
      .from(table)
      .where(
        and(
          eq(table.id, id),
          isNull(table.deletedAt),
          ownerId ? eq(table.userId, ownerId) : undefined,
        ),
      );
    if (record) return { type, id };
  }
  return undefined;
}
