import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { openConnection } from "./open-connection";
import { organizations } from "./schema";
import { bindOrganization } from "./seed/bind-organization";

type NewOrganization = Pick<
  typeof organizations.$inferInsert,
  "name" | "slug" | "environment" | "sandboxOf" | "defaultLanguage" | "timeZone"
>;

/**
 * Writes a new organization, which the application itself may not. One of the same short name is found again.
 * @param ownerUrl the login that owns the tables
 * @returns its id, and whether it is new
 */
export async function createOrganization(
  ownerUrl: string,
  organization: NewOrganization,
): Promise<{ id: string; isNew: boolean }> {
  const client = openConnection(ownerUrl);
  try {
    return await drizzle(client, { casing: "snake_case" }).transaction(async (transaction) => {
      const [found] = await transaction.execute<{ id: string }>(
        sql`select id from find_organization_by_slug(${organization.slug})`,
      );
      if (found) return { id: found.id, isNew: false };
      const id = uuidv7();
      await bindOrganization(transaction, id);
      await transaction.insert(organizations).values({ ...organization, id });
      return { id, isNew: true };
    });
  } finally {
    await client.end();
  }
}
