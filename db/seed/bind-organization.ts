import { type SQL, sql } from "drizzle-orm";

type Transaction = { execute(query: SQL): PromiseLike<unknown> };

/**
 * Binds what follows in a transaction to an organization: row-level security is forced, so that an owner of the
 * tables who is no superuser writes rows of one organization at a time, too.
 */
export async function bindOrganization(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  await transaction.execute(sql`select set_config('app.organization_id', ${organizationId}, true)`);
}
