import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { bulkActionRows, bulkActions, endUserTags, notes, savedViews, tags } from "../../db/schema";
import type { TestOrganization } from "../organization";

/** A note about the end-user, by the given author. */
export async function addNoteTo(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  authorId: string,
): Promise<string> {
  const id = uuidv7();
  await tables.insert(notes).values({
    organizationId: organization.id,
    id,
    userId: organization.endUser.id,
    body: `Note of ${organization.mark}`,
    authorId,
    authorName: "Somebody",
  });
  return id;
}

/** A bulk action that tags end-users, with the end-user among its records. */
export async function addBulkAction(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  { id = uuidv7(), state = "done" }: { id?: string; state?: "draft" | "running" | "done" } = {},
): Promise<string> {
  await tables.insert(bulkActions).values({
    organizationId: organization.id,
    id,
    list: "end-user",
    act: "add-tag",
    tagName: `Tag ${organization.mark}`,
    state,
    parameters: "",
    requestKey: uuidv7(),
    startedBy: organization.staff.id,
    startedByName: organization.staff.name,
    total: 1,
    doneCount: state === "done" ? 1 : 0,
    startedAt: new Date(),
    workedAt: new Date(),
  });
  await tables.insert(bulkActionRows).values({
    organizationId: organization.id,
    bulkActionId: id,
    recordId: organization.endUser.id,
    result: state === "done" ? "done" : "waiting",
  });
  return id;
}

/** Gives the end-user a tag. */
export async function addTagTo(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  name: string,
): Promise<void> {
  const id = uuidv7();
  await tables.insert(tags).values({ organizationId: organization.id, id, name });
  await tables
    .insert(endUserTags)
    .values({ organizationId: organization.id, tagId: id, userId: organization.endUser.id });
}

/** A view of end-users that the given person shares with the team. */
export async function addSavedView(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  ownerId: string,
): Promise<string> {
  const id = uuidv7();
  await tables.insert(savedViews).values({
    organizationId: organization.id,
    id,
    list: "end-user",
    ownerId,
    name: `View ${id}`,
    parameters: "country=AT",
    isShared: true,
  });
  return id;
}
