import "server-only";
import { and, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { hasAccount } from "@/lib/core/people/name-columns";

type Change = {
  before: { id: string; status: string };
  fields: { email?: string | null | undefined; externalUserId?: string | null | undefined };
};

/** Those of some changes whose account's address or customer number is somebody else's. */
export async function findTakenKeys<Each extends Change>(
  transaction: Transaction,
  changes: Each[],
): Promise<Set<Each>> {
  const addressOf = ({ fields }: Each) => fields.email?.toLowerCase();
  const addresses = changes.flatMap((change) => addressOf(change) ?? []);
  const numbers = changes.flatMap(({ fields }) => fields.externalUserId ?? []);
  const holders = async (
    column: typeof users.emailNormalized | typeof users.externalUserId,
    values: string[],
    among?: SQL,
  ) => {
    if (values.length === 0) return new Map<string, string>();
    const found = await transaction
      .select({ id: users.id, value: sql<string>`${column}` })
      .from(users)
      .where(and(inArray(column, values), isNull(users.deletedAt), among));
    return new Map(found.map(({ id, value }) => [value, id]));
  };
  const byAddress = await holders(users.emailNormalized, addresses, hasAccount);
  const byNumber = await holders(users.externalUserId, numbers);
  const isOthers = (holder: string | undefined, { before }: Each) =>
    holder !== undefined && holder !== before.id;
  return new Set(
    changes.filter(
      (change) =>
        (change.before.status !== "no-access" &&
          isOthers(byAddress.get(addressOf(change) ?? ""), change)) ||
        isOthers(byNumber.get(change.fields.externalUserId ?? ""), change),
    ),
  );
}
