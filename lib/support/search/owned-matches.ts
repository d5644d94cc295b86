import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { buildings, cases, devices, energyContracts, smartMeters } from "@/db/schema";
import { escapeLike, type SearchWords } from "@/lib/core/lists/search-words";

/** What of a customer fits a search: what it is, and how it is called. */
export type OwnedMatch = {
  userId: string;
  kind: "device" | "building" | "meter" | "case";
  name: string;
  /** What the search looked into. */
  text: string;
};

const MAX_OWNED_MATCHES = 50;

/** Why customers were found whose own record does not fit. */
export async function findOwnedMatches(
  transaction: Transaction,
  words: SearchWords,
  userIds: string[],
): Promise<OwnedMatch[]> {
  if (userIds.length === 0) return [];
  return [...(await queryRows<OwnedMatch>(transaction, ownedMatchesOf(words, userIds)))];
}

/**
 * Devices, buildings, metering points and cases of some customers that a search fits.
 * @param words of a search, as `owners_of_found` in db/functions takes them
 */
export function ownedMatchesOf(words: SearchWords, userIds: string[]): SQL {
  const isOwned = sql`user_id = any (${`{${userIds.join(",")}}`}::uuid[])`;
  const [only = []] = words.length === 1 ? words : [];
  const meters = only.map(lettersAndDigits).filter(isMeter);
  const serials = only.slice(0, 1).map(lettersAndDigits).filter(isSerial);
  const number = /^#?(\d{1,9})$/.exec(only[0] ?? "")?.[1];
  return sql`
    select * from (
      (select user_id as "userId", 'device' as kind, manufacturer || ' ' || model as name, external_device_id as text
        from ${devices} where ${isOwned} and deleted_at is null
          and (serial_search like any (${patternsOf(only)}::text[]) or meter_key(serial_search) like any (${patternsOf(serials)}::text[])))
      union all
      (select user_id, 'building', name, concat_ws(', ', street_and_number, concat_ws(' ', zip_code, town))
        from ${buildings} where ${isOwned} and deleted_at is null
          and search_lexemes @@ lexeme_query(${JSON.stringify(words)}::jsonb, true))
      union all
      (select user_id, 'meter', meter_id, meter_id from ${energyContracts}
        where ${isOwned} and deleted_at is null and meter_key(meter_id) like any (${patternsOf(meters)}::text[])
        union
        select user_id, 'meter', meter_id, meter_id from ${devices} d cross join lateral (
          select meter_id from ${smartMeters} m
          where m.organization_id = d.organization_id and m.device_id = d.id offset 0) installed
        where ${isOwned} and deleted_at is null and kind = 'smart_meter'
          and meter_key(meter_id) like any (${patternsOf(meters)}::text[]))
      union all
      (select user_id, 'case', '#' || number || ' ' || subject, '#' || number from ${cases}
        where ${isOwned} and number = ${number ?? null}::integer)
    ) found limit ${MAX_OWNED_MATCHES}`;
}

const lettersAndDigits = (word: string) => word.replace(/[^a-z0-9]/g, "");

/** As `serial_condition` in db/functions. */
const isSerial = (word: string) => word.length > 3 && /\d/.test(word);

/** As `owners_by_number` in db/functions. */
const isMeter = (word: string) => /^[a-z]{0,2}\d{8,}$/.test(word);

/** An array of LIKE patterns, as PostgreSQL reads it. */
function patternsOf(words: string[]): string {
  const patterns = words
    .filter((word) => word !== "" && !word.endsWith("."))
    .map((word) => `%${escapeLike(word).replaceAll(" ", "%")}%`);
  return `{${patterns.map((pattern) => `"${pattern.replace(/["\\]/g, (sign) => `\\${sign}`)}"`).join(",")}}`;
}
