/**
 * The host that an organization has to itself: its slug before the portal's own host. A browser keeps
 * apart what belongs to different hosts, so nothing of one organization reaches another.
 */

/** The slug that a request's host names; undefined on the portal's own host. */
export function slugOfHost(host: string | null, baseUrl: string): string | undefined {
  const base = new URL(baseUrl).host;
  if (!host?.endsWith(`.${base}`)) return undefined;
  return host.slice(0, -base.length - 1);
}

/** Where an organization is found, without a slash at the end. */
export function addressOfSlug(slug: string, baseUrl: string): string {
  const base = new URL(baseUrl);
  return `${base.protocol}//${slug}.${base.host}`;
}
