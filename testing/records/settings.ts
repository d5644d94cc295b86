import type { drizzle } from "drizzle-orm/postgres-js";
import { mailTexts } from "../../db/schema";
import type { TestOrganization } from "../organization";

/** The organization's own words for invitations, in English. */
export async function addMailText(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
): Promise<void> {
  await tables.insert(mailTexts).values({
    organizationId: organization.id,
    template: "invitation",
    language: "en",
    subject: "Join {organizationName}",
    body: `Own words of ${organization.mark}`,
    closing: "Until {expiresAt}.",
  });
}
