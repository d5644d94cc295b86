import "server-only";
import { and, eq, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { Invalid } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";

/**
 * The living end-user whom somebody names by customer number, e-mail address or id.
 * @param field the field that the text was typed into
 * @throws Invalid when there is none, or when several have the address
 */
export async function findEndUserByReference(
  transaction: Transaction,
  reference: string,
  field: string,
) {
  const isId = z.uuid().safeParse(reference).success;
  const found = await transaction
    .select()
    .from(users)
    .where(
      and(
        eq(users.role, "user"),
        isNull(users.deletedAt),
        isId
          ? eq(users.id, reference)
          : or(
              eq(users.externalUserId, reference),
              eq(users.emailNormalized, reference.toLowerCase()),
            ),
      ),
    )
    .limit(3);
  const [first] = found.filter(({ externalUserId }) => externalUserId === reference);
  const endUser = first ?? found[0];
  if (!endUser) throw new Invalid({ [field]: "noSuchEndUser" });
  if (!first && found.length > 1) throw new Invalid({ [field]: "addressAmbiguous" });
  return endUser;
}
