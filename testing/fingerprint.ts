import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { drizzle } from "drizzle-orm/postgres-js";
import {
  accessReviewItems,
  accessReviews,
  addressChanges,
  apiClients,
  apiSecrets,
  auditStreams,
  billingAccounts,
  departures,
  devices,
  deviceUsage,
  handbookEntries,
  handbookReadings,
  invitations,
  invoiceLines,
  invoices,
  mailTexts,
  organizationLogos,
  organizations,
  outgoingMails,
  passwordResets,
  roleAssignments,
  secondFactors,
  securityFindings,
  sessions,
  termsVersions,
  usageDays,
  users,
} from "../db/schema";

type Tables = ReturnType<typeof drizzle>;

/** A fingerprint of everything an organization has, but for its audit log. */
export async function fingerprint(tables: Tables, organizationId: string): Promise<string> {
  const hash = createHash("sha256");
  const of = [
    users,
    devices,
    invitations,
    outgoingMails,
    passwordResets,
    roleAssignments,
    sessions,
    secondFactors,
    handbookEntries,
    handbookReadings,
    apiClients,
    apiSecrets,
    departures,
    accessReviews,
    accessReviewItems,
    auditStreams,
    securityFindings,
    termsVersions,
    mailTexts,
    organizationLogos,
    addressChanges,
    billingAccounts,
    deviceUsage,
    usageDays,
    invoices,
    invoiceLines,
  ] as const;
  for (const table of of) {
    const rows = await tables.select().from(table).where(eq(table.organizationId, organizationId));
    hash.update(
      rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join("\n"),
    );
  }
  const settings = await tables
    .select()
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return hash.update(JSON.stringify(settings)).digest("hex");
}
