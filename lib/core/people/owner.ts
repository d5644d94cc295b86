import "server-only";
import { type AnyColumn, and, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { nameColumns } from "./name-columns";
import { type NamedPerson, personName } from "./person-name";

/** What lists select of the end-user who owns a record. */
export const ownerColumns = {
  id: users.id,
  ...nameColumns,
};

/** Joins the end-user who owns a record. */
export const isOwnerOf = (table: { organizationId: AnyColumn; userId: AnyColumn }) =>
  and(eq(users.organizationId, table.organizationId), eq(users.id, table.userId));

type Owned = { owner: NamedPerson & { id: string } };

/** A record with its owner by name. */
export function withOwnerName<Row extends Owned>({ owner, ...record }: Row) {
  return { ...record, owner: { id: owner.id, email: owner.email, name: personName(owner) } };
}
