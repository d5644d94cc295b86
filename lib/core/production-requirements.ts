type Variables = Record<string, string | undefined>;

/** What only a real installation needs; the demo and development do without. */
const REQUIRED = ["BASE_URL", "RESEND_API_KEY", "MAIL_FROM"];

/**
 * Lists what keeps a configuration from production, beyond the form of each variable.
 * @returns one problem for each variable, each naming it
 */
export function listProductionProblems(variables: Variables): string[] {
  const missing = REQUIRED.filter((name) => !variables[name]).map((name) => `${name} is missing`);
  const baseUrl = parseUrl(variables.BASE_URL);
  const isPlain = baseUrl?.protocol === "http:" && !isLocal(baseUrl.hostname);
  return [
    ...missing,
    ...(isPlain ? ["BASE_URL is wrong (must be https unless it is localhost)"] : []),
    ...listUnencrypted(variables, ["DATABASE_URL", "DATABASE_OWNER_URL"]),
  ];
}

/**
 * Lists addresses of databases that would be reached over a network without TLS.
 * @returns one problem for each variable, each naming it
 */
export function listUnencrypted(variables: Variables, names: string[]): string[] {
  if (variables.ALLOW_UNENCRYPTED_DATABASE === "true") return [];
  return names
    .filter((name) => isUnencrypted(variables[name]))
    .map(
      (name) =>
        `${name} is wrong (a database on another host needs sslmode=verify-full; ALLOW_UNENCRYPTED_DATABASE=true goes without)`,
    );
}

/** Whether a text is the address of a database. */
export function isDatabaseUrl(value: string | undefined): boolean {
  return /^postgres(ql)?:$/.test(parseUrl(value)?.protocol ?? "");
}

function isUnencrypted(databaseUrl: string | undefined): boolean {
  const url = isDatabaseUrl(databaseUrl) && parseUrl(databaseUrl);
  // A malformed address is reported by the form of its variable.
  if (!url || isLocal(url.hostname) || url.searchParams.get("host")?.startsWith("/")) return false;
  // Our two drivers read the weaker modes differently: one checks the certificate all the same, one never does.
  return url.searchParams.get("sslmode") !== "verify-full";
}

function parseUrl(value: string | undefined): URL | undefined {
  return value && URL.canParse(value) ? new URL(value) : undefined;
}

function isLocal(hostname: string): boolean {
  return (
    hostname === "" ||
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
