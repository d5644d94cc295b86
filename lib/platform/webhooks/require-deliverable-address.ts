import "server-only";
import ipaddr from "ipaddr.js";
import { environment } from "@/lib/core/env";
import { Invalid } from "@/lib/core/errors";

/** Names that no public DNS has (RFC 6761, 6762, 8375 and ICANN's reservation of `internal`). */
const privateNames = /(^|\.)(localhost|local|internal|home\.arpa|test|invalid)\.?$/i;

/**
 * Messages leave over TLS and to public addresses, unless the installation allows otherwise. What a name resolves to is
 * checked when a message is sent.
 * @throws Invalid for an address of plain http, of a private network or of this machine
 */
export function requireDeliverableAddress(address: string): void {
  const { ALLOW_INSECURE_WEBHOOKS, ALLOW_PRIVATE_WEBHOOKS } = environment();
  const { protocol, hostname } = new URL(address);
  if (protocol !== "https:" && !ALLOW_INSECURE_WEBHOOKS) throw new Invalid({ url: "httpsAddress" });
  if (!isPublic(hostname) && !ALLOW_PRIVATE_WEBHOOKS) throw new Invalid({ url: "publicAddress" });
}

/** @param host as `URL` gives it: IPv4 in its usual form, IPv6 in brackets */
function isPublic(host: string): boolean {
  const literal = host.replace(/^\[|\]$/g, "");
  if (!ipaddr.isValid(literal)) return literal.includes(".") && !privateNames.test(literal);
  return ipaddr.process(literal).range() === "unicast";
}
