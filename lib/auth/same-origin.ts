import { addressOfSlug, slugOfHost } from "../organizations/organization-host";

/**
 * Whether a state-changing request comes from our own pages, of the very host it is sent to. A foreign or
 * `null` Origin is refused; a missing one only passes with the browser's own word that the request is of
 * the same origin. (Next lets a server action without Origin through.)
 */
export function isSameOrigin(headers: Headers, baseUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  const slug = slugOfHost(headers.get("host"), baseUrl);
  return origin === (slug ? addressOfSlug(slug, baseUrl) : new URL(baseUrl).origin);
}
