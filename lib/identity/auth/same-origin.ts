import { addressOfSlug, slugOfHost } from "@/lib/core/organizations/organization-host";

/**
 * Whether a state-changing request comes from our own pages, of the very host it is sent to. A foreign or
 * `null` Origin is refused; a missing one only passes with the browser's own word that the request is of
 * the same origin. (Next lets a server action without Origin through.)
 */
export function isSameOrigin(headers: Headers, baseUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  const slug = slugOfHost(headers.get("host"), baseUrl);
  // Next fails where the host that it goes by is not the origin's.
  const host = (headers.get("x-forwarded-host") ?? headers.get("host"))?.split(",")[0]?.trim();
  if (host !== undefined && host !== hostOf(origin)) return false;
  return origin === (slug ? addressOfSlug(slug, baseUrl) : new URL(baseUrl).origin);
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);
