import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import {
  bulkActionRows,
  bulkActions,
  endUserTags,
  importFiles,
  importRows,
  imports,
  notes,
  savedViews,
  scheduledMoves,
  tags,
  users,
} from "../../db/schema";
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

/** A file with one end-user, to be imported. */
export async function addImport(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  {
    id = uuidv7(),
    state = "mapping",
  }: { id?: string; state?: "mapping" | "checked" | "running" | "done" } = {},
): Promise<string> {
  const organizationId = organization.id;
  const email = `${id}@home.example`;
  await tables.insert(imports).values({
    organizationId,
    id,
    kind: "end-user",
    state,
    fileName: `list-${organization.mark}.csv`,
    headings: ["email"],
    mapping: { email: 0 },
    scope: "good",
    rowCount: 1,
    startedBy: organization.staff.id,
    startedByName: organization.staff.name,
    workedAt: new Date(),
    ...(state === "done" && { doneCount: 1, finishedAt: new Date() }),
  });
  await tables
    .insert(importFiles)
    .values({ organizationId, importId: id, content: Buffer.from(`email\n${email}`) });
  await tables.insert(importRows).values({
    organizationId,
    importId: id,
    line: 2,
    cells: [email],
    ...(state !== "mapping" && { state: "good" as const, fields: { email } }),
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

/** An end-user with an address who cannot log in. */
export async function addCustomerWithoutAccess(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
): Promise<string> {
  const id = uuidv7();
  await tables.insert(users).values({
    organizationId: organization.id,
    id,
    role: "user",
    status: "no-access",
    email: `${id}@home.example`,
    lastName: "Ohnezugang",
  });
  return id;
}

/** The end-user's building goes to the other end-user, on a day that has come unless another is given. */
export async function addScheduledMove(
  { id: organizationId, buildingId, otherEndUser }: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  { firstDay = "2026-01-01", userId = otherEndUser.id } = {},
): Promise<string> {
  const id = uuidv7();
  await tables
    .insert(scheduledMoves)
    .values({ organizationId, id, buildingId, userId, firstDay, withVehicles: false });
  return id;
}
