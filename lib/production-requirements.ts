type Variables = Record<string, string | undefined>;

/** What only a real installation needs; the demo and development do without. */
const REQUIRED = ["BASE_URL", "RESEND_API_KEY", "MAIL_FROM"];

const ENCRYPTED_MODES = ["require", "verify-ca", "verify-full"];

/**
 * Lists what keeps a configuration from production, beyond the form of each variable.
 * @returns one problem for each variable, each naming it
 */
export function listProductionProblems(variables: Variables): string[] {
  const missing = REQUIRED.filter((name) => !variables[name]).map((name) => `${name} is missing`);
  const baseUrl = parseUrl(variables.BASE_URL);
  const isPlain = baseUrl?.protocol === "http:" && !isLocal(baseUrl.hostname);
  const unencrypted =
    variables.ALLOW_UNENCRYPTED_DATABASE === "true"
      ? []
      : ["DATABASE_URL", "DATABASE_OWNER_URL"].filter((name) => isUnencrypted(variables[name]));
  return [
    ...missing,
    ...(isPlain ? ["BASE_URL is wrong (must be https unless it is localhost)"] : []),
    ...unencrypted.map(
      (name) =>
        `${name} is wrong (a database on another host needs sslmode=verify-full, or sslmode=require; ALLOW_UNENCRYPTED_DATABASE=true goes without)`,
    ),
  ];
}

function isUnencrypted(databaseUrl: string | undefined): boolean {
  const url = parseUrl(databaseUrl);
  if (!url || isLocal(url.hostname) || url.searchParams.get("host")?.startsWith("/")) return false;
  return !ENCRYPTED_MODES.includes(url.searchParams.get("sslmode") ?? "");
}

/** A malformed address is reported by the form of its variable. */
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
