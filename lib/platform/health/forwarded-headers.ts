import "server-only";
import type { IncomingHttpHeaders } from "node:http";
import { log } from "@/lib/core/log";

let hasWarned = false;

/**
 * Warns, once, that there is a proxy in front which the configuration does not know: everybody would seem to come
 * from its address.
 */
export function warnOfUnknownProxy(headers: IncomingHttpHeaders, trustedHops: number): void {
  if (hasWarned || trustedHops > 0 || headers["x-forwarded-for"] === undefined) return;
  // Next calls itself with the headers of the request that it is answering.
  if (headers.rsc !== undefined || headers["x-action-forwarded"] !== undefined) return;
  hasWarned = true;
  log.warn(
    "Requests bring X-Forwarded-For, but TRUSTED_PROXY_HOPS is 0: the address of the proxy is taken for that of the client.",
  );
}
