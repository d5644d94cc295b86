import ipaddr from "ipaddr.js";

/**
 * The larger network around an address, as a name to compare: /16 of IPv4, /32 of IPv6. Addresses of one
 * line or office share it; what cannot be read counts as one network.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray().slice(0, parsed.kind() === "ipv4" ? 2 : 4);
  return `${parsed.kind()} ${bytes.join(".")}`;
}
