/** What Next hands to the error page, by which it and the log tell a refusal from a failure. */
export const refusalDigests = {
  databaseUnavailable: "DATABASE_UNAVAILABLE",
  unavailable: "UNAVAILABLE",
  rateLimited: "RATE_LIMITED",
} as const;

const digests: readonly unknown[] = Object.values(refusalDigests);

export const isRefusalDigest = (digest: unknown): boolean => digests.includes(digest);
