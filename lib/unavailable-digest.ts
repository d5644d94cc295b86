/** What Next hands to the error page of a page that threw `DatabaseUnavailable`. */
export const databaseUnavailableDigest = "DATABASE_UNAVAILABLE";
