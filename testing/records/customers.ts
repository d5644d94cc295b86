import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { notes } from "../../db/schema";
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
