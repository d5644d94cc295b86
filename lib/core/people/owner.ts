import "server-only";
import { type AnyColumn, and, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { personName } from "./person-name";

/** What lists select of the end-user who owns a record. */
export const ownerColumns = {
  id: users.id,
  firstName: users.firstName,
  lastName: users.lastName,
  email: users.email,
};

/** Joins the end-user who owns a record. */
export const isOwnerOf = (table: { organizationId: AnyColumn; userId: AnyColumn }) =>
  and(eq(users.organizationId, table.organizationId), eq(users.id, table.userId));

type Owned = {
  owner: { id: string; firstName: string | null; lastName: string | null; email: string };
};

/** A record with its owner by name. */
export function withOwnerName<Row extends Owned>({ owner, ...record }: Row) {
  return { ...record, owner: { id: owner.id, email: owner.email, name: personName(owner) } };
}
