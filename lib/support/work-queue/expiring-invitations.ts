import "server-only";
import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { invitations, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { accountOf, nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";

const MAX_SHOWN = 6;
const EXPIRING_HOURS = 48;

/** Invitations that expire within two days or have expired, so that somebody sends them again. */
export async function listExpiringInvitations(transaction: Transaction) {
  const soon = DateTime.fromJSDate(now()).plus({ hours: EXPIRING_HOURS }).toJSDate();
  const rows = await transaction
    .select({ id: users.id, ...nameColumns, expiresAt: invitations.expiresAt })
    .from(invitations)
    .innerJoin(
      users,
      and(eq(users.organizationId, invitations.organizationId), eq(users.id, invitations.userId)),
    )
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        lte(invitations.expiresAt, soon),
        isNull(users.deletedAt),
      ),
    )
    .orderBy(asc(invitations.expiresAt))
    .limit(MAX_SHOWN);
  return rows.map(accountOf).map(({ id, email, expiresAt, ...name }) => ({
    id,
    email,
    expiresAt,
    name: personName({ ...name, email }),
    isExpired: expiresAt <= now(),
  }));
}
