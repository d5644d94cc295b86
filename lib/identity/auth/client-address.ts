import type { IncomingHttpHeaders } from "node:http";
import ipaddr from "ipaddr.js";

/**
 * The client's address as the outermost trusted proxy saw it. Our own server puts the socket's peer at
 * the end of X-Forwarded-For and each trusted proxy one before it; what stands further left is the
 * client's own claim and counts for nothing.
 * @param trustedHops how many proxies of ours stand before the server
 */
export function clientAddress(
  forwardedFor: string | null,
  trustedHops: number,
): string | undefined {
  const chain = (forwardedFor?.split(",") ?? [])
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const address = chain[Math.max(0, chain.length - 1 - trustedHops)];
  return address?.replace(/^::ffff:/, "");
}

/** The first bytes of an address, as a name to compare; an address that cannot be read is its own name. */
function prefixOf(address: string, bytes: { ipv4: number; ipv6: number }): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.toByteArray().slice(0, bytes[parsed.kind()]).join(".");
}

/** The line that an address belongs to: an IPv4 address is one, of IPv6 a /64, within which a client has any address. */
export const lineOf = (address: string): string => prefixOf(address, { ipv4: 4, ipv6: 8 });

/** The larger network around an address: /16 of IPv4, /32 of IPv6. Addresses of one provider or office share it. */
export const networkOf = (address: string): string => prefixOf(address, { ipv4: 2, ipv6: 4 });

/** The line of a request's client, past the trusted proxies; those of unknown address share one. */
export function clientLine(headers: IncomingHttpHeaders, trustedHops: number): string {
  const forwardedFor = [headers["x-forwarded-for"] ?? []].flat().join(",");
  return lineOf(clientAddress(forwardedFor, trustedHops) ?? "unknown");
}
