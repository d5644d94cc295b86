import "server-only";
import type { Transaction } from "@/db/client";
import { organizations, type users } from "@/db/schema";
import { queueMail } from "../mail/queue-mail";
import { personName } from "../people/person-name";

/** Tells a person by mail that their password has just changed, in case it was not them. */
export async function announcePasswordChange(
  transaction: Transaction,
  person: typeof users.$inferSelect,
): Promise<void> {
  const [organization] = await transaction.select().from(organizations);
  if (!organization) throw new Error("The organization is gone.");
  await queueMail(transaction, {
    organizationId: organization.id,
    user: person,
    language: person.language ?? organization.defaultLanguage,
    template: "password-changed",
    parameters: { organizationName: organization.name, recipientName: personName(person) },
  });
}
