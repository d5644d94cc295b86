import { findWorkScope } from "@/db/work-scope";
import { RateLimited, type Unavailable } from "./errors";

/** When a client may ask again after a 503 (RFC 9110, 10.2.3). */
export const UNAVAILABLE_RETRY_AFTER_SECONDS = 2;

/** Has the request answered with 429 or 503 when its page ends with the 500 that Next gives to every thrown error. */
export function setRefusalStatus(refusal: RateLimited | Unavailable): void {
  const scope = findWorkScope();
  if (!scope) return;
  if (refusal instanceof RateLimited) scope.retryAfterSeconds = refusal.retryAfterSeconds;
  else scope.isUnavailable = true;
}
