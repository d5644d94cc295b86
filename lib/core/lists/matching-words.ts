import "server-only";
import { or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { searchPatterns } from "./search-words";

/** A condition for each word of a search, on a normalized text, as lists of some thousand rows are searched. */
export const matchingWords = (text: SQLWrapper, term: string): (SQL | undefined)[] =>
  searchPatterns(term).map((patterns) =>
    or(...patterns.map((pattern) => sql`${text} like ${pattern}`)),
  );
