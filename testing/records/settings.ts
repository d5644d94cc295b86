import { eq } from "drizzle-orm";
import type { drizzle } from "drizzle-orm/postgres-js";
import { auditStreams, mailTexts, organizations } from "../../db/schema";
import { encrypt } from "../../lib/core/crypto/encryption";
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

export async function scheduleDeletion(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
  deletionDueAt = new Date(Date.now() + 86_400_000),
): Promise<void> {
  await tables
    .update(organizations)
    .set({ deletionDueAt })
    .where(eq(organizations.id, organization.id));
}

export async function addAuditStream(
  organization: TestOrganization,
  tables: ReturnType<typeof drizzle>,
): Promise<void> {
  await tables.insert(auditStreams).values({
    organizationId: organization.id,
    url: `https://siem-${organization.mark}.example/wattdesk`,
    encryptedSecret: encrypt("whsec_dGVzdA==", organization.id),
    deliveredSequence: 0,
  });
}
