import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { users } from "@/db/schema";

/**
 * True unless the row is the organization's last active admin whose access lasts. Stands inside the statement that would
 * take an admin away, under the organization's lock, so that two at once cannot both pass.
 */
export function isNotLastActiveAdmin(): SQL {
  return sql`(${users.role} <> 'admin' or ${users.status} <> 'active' or ${users.accessEndsAt} is not null or exists (
    select 1 from users other
    where other.organization_id = ${users.organizationId} and other.id <> ${users.id}
      and other.role = 'admin' and other.status = 'active' and other.deleted_at is null
      and other.access_ends_at is null))`;
}
