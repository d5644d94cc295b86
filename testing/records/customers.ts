import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { notes, savedViews } from "../../db/schema";
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
