import { isIP } from "node:net";
import postgres from "postgres";

type Options = postgres.Options<Record<string, postgres.PostgresType>>;

/** Opens connections for migrations, probes and operators' commands. The application's own are in `pool.ts`. */
export function openConnection(url: string, options: Options = {}): postgres.Sql {
  const common = { max: 1, onnotice: () => {} };
  return postgres(url, Object.assign(common, options, forIpAddress(url)));
}

/**
 * The driver splits hosts at colons, and tells TLS nothing of an IP address, so that Node.js compares the certificate
 * with "localhost". As `host` it is compared with the certificate's addresses, and not sent as a server name (RFC 6066).
 */
function forIpAddress(url: string): { host?: string[]; port?: number[]; ssl?: object } {
  if (!URL.canParse(url)) return {};
  const { hostname, port, searchParams } = new URL(url);
  const address = hostname.replace(/^\[(.+)\]$/, "$1");
  if (!isIP(address) || searchParams.has("host")) return {};
  const isVerified = searchParams.get("sslmode") === "verify-full";
  return {
    host: [address],
    port: [Number(port || 5432)],
    ...(isVerified && { ssl: { host: address } }),
  };
}
