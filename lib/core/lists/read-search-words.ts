import "server-only";
import type { Transaction } from "@/db/client";
import { getPhoneCountry, searchedPhoneDigits } from "../people/phone-number";
import { mayHoldNumber, type NumberReader } from "./search-numbers";
import { type SearchWords, searchWords } from "./search-words";

/** Reads telephone numbers as people of the organization write them; undefined where a search holds none. */
export async function numberReaderOf(
  transaction: Transaction,
  search: string,
): Promise<NumberReader | undefined> {
  if (!mayHoldNumber(search)) return undefined;
  const country = await getPhoneCountry(transaction);
  return (digits) => searchedPhoneDigits(digits, country);
}

/** The words of a search as lists look for them. */
export async function readSearchWords(
  transaction: Transaction,
  search: string,
): Promise<SearchWords> {
  return searchWords(search, await numberReaderOf(transaction, search));
}
