import "server-only";
import { environment } from "@/lib/core/env";
import { Invalid } from "@/lib/core/errors";

/**
 * Messages leave over TLS unless the installation allows otherwise.
 * @throws Invalid for an address of plain http
 */
export function requireSecureAddress(url: string): void {
  if (new URL(url).protocol === "https:" || environment().ALLOW_INSECURE_WEBHOOKS) return;
  throw new Invalid({ url: "httpsAddress" });
}
