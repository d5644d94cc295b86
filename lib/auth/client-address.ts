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
  const chain = (forwardedFor ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const address = chain[Math.max(0, chain.length - 1 - trustedHops)];
  return address?.replace(/^::ffff:/, "");
}
