import { createHmac, timingSafeEqual } from "node:crypto";

/** Carries the chain of addresses when Next calls its own server for an action of another page. */
export const peerChainHeader = "x-peer-chain";

const maxAgeMs = 60_000;
const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * The chain of addresses in a form that our own server alone can have made.
 * @param secret shared by all processes: Next's call may reach any of them
 */
export function sealPeerChain(chain: string, secret: string, nowMs: number): string {
  const sealed = `${nowMs} ${Buffer.from(chain).toString("base64url")}`;
  return `${sealed} ${sign(sealed, secret)}`;
}

/** @returns the chain, or undefined when the header is none of ours, is old, or did not come over loopback */
export function openPeerChain(
  header: string | string[] | undefined,
  peer: string | undefined,
  secret: string,
  nowMs: number,
): string | undefined {
  if (typeof header !== "string" || !peer || !loopback.has(peer)) return undefined;
  const [at = "", chain = "", signature = ""] = header.split(" ");
  const expected = Buffer.from(sign(`${at} ${chain}`, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  if (Math.abs(nowMs - Number(at)) > maxAgeMs) return undefined;
  return Buffer.from(chain, "base64url").toString();
}

const sign = (text: string, secret: string) =>
  createHmac("sha256", `peer-chain ${secret}`).update(text).digest("base64url");
