import "server-only";
import { sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { database } from "@/lib/core/database";

/** The organization with a slug, before anybody is known; null when there is none. */
export async function findOrganizationBySlug(
  slug: string,
): Promise<{ id: string; name: string } | null> {
  const [found] = await database().outsideOrganizations((transaction) =>
    queryRows<{ id: string; name: string }>(
      transaction,
      sql`select id, name from find_organization_by_slug(${slug})`,
    ),
  );
  return found ?? null;
}
