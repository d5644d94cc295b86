import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { departures, users } from "@/db/schema";
import { matchingWords } from "../lists/matching-words";
import { z } from "../validation/problems";
import { nameColumns } from "./name-columns";
import { personName } from "./person-name";

/** More people than these are not told apart: the search has to be narrower. */
const MAX_MATCHES = 20;

export type FoundMember = { id: string; name: string; email: string | null; isFormer: boolean };

/**
 * Finds members of the team, former ones included.
 * @param text the id of one, or words of names and email addresses
 * @returns undefined for an empty text; no more than twenty people
 */
export async function searchMembers(
  transaction: Transaction,
  text: string,
): Promise<FoundMember[] | undefined> {
  if (text === "") return undefined;
  const isOfTeam = inArray(users.role, ["admin", "staff"]);
  const isId = z.uuid().safeParse(text).success;
  const present = await transaction
    .select({ id: users.id, deletedAt: users.deletedAt, ...nameColumns })
    .from(users)
    .where(
      isId
        ? and(isOfTeam, eq(users.id, text))
        : and(isOfTeam, isNull(users.deletedAt), ...matchingWords(users.searchText, text)),
    )
    .orderBy(asc(users.sortName), asc(users.id))
    .limit(MAX_MATCHES);
  const former = isId ? [] : await searchFormerMembers(transaction, text);
  const people = [
    ...present.map((member) => ({
      id: member.id,
      name: personName(member),
      email: member.email,
      isFormer: member.deletedAt !== null,
    })),
    ...former,
  ];
  // A whole address means its owner, not those whose addresses contain it.
  const owners = people.filter(({ email }) => email?.toLowerCase() === text.toLowerCase());
  return (owners.length > 0 ? owners : people).slice(0, MAX_MATCHES);
}

/** Former members are found by their offboarding, so that no index of people who left is needed. */
async function searchFormerMembers(transaction: Transaction, text: string): Promise<FoundMember[]> {
  const rows = await transaction
    .select({ id: departures.userId, name: departures.memberName, email: departures.memberEmail })
    .from(departures)
    .where(
      and(
        ...matchingWords(
          sql`normalize_for_search(${departures.memberName} || ' ' || ${departures.memberEmail})`,
          text,
        ),
      ),
    )
    .orderBy(asc(departures.memberName), asc(departures.id))
    .limit(MAX_MATCHES);
  return rows.map((row) => ({ ...row, isFormer: true }));
}
