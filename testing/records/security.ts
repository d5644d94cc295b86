import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { securityFindings } from "../../db/schema";
import type { TestOrganization } from "../organization";

/** An open finding about the staff member. */
export async function addFinding(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  id = uuidv7(),
): Promise<string> {
  await tables.insert(securityFindings).values({
    organizationId: organization.id,
    id,
    kind: "new_device",
    subjectType: "user",
    subjectId: organization.staff.id,
    subjectName: organization.staff.name,
    occurrences: 1,
    evidence: [{ at: new Date().toISOString(), device: "Firefox 140", clientAddress: "192.0.2.1" }],
    lastAt: new Date(),
  });
  return id;
}
