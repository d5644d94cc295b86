import "server-only";
import type { Transaction } from "@/db/client";
import type { invoices } from "@/db/schema";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { activeAdmins } from "@/lib/core/people/active-admins";
import { notifyUser } from "@/lib/platform/mail/notify-user";

export type InvoiceMail =
  | "invoice-issued"
  | "invoice-reminder"
  | "invoice-last-notice"
  | "invoice-paid";

/**
 * Mails the billing contacts about an invoice, or the admins where no contacts are named. A contact
 * need not be a member: such a mail is kept under the first admin, and speaks the organization's language.
 */
export async function notifyBillingContacts(
  transaction: Transaction,
  contacts: string[],
  template: InvoiceMail,
  invoice: typeof invoices.$inferSelect,
): Promise<void> {
  const admins = await activeAdmins(transaction);
  const organization = await getOrganization(transaction);
  const [keeper] = admins;
  if (!organization || !keeper) return;
  const recipients =
    contacts.length === 0
      ? admins
      : contacts.map((email) => ({
          id: keeper.id,
          email,
          companyName: null,
          salutation: null,
          firstName: null,
          lastName: null,
          language: organization.defaultLanguage,
        }));
  for (const recipient of recipients) {
    await notifyUser(transaction, recipient, {
      template,
      parameters: {
        number: invoice.number,
        amountCents: invoice.grossCents,
        dueAt: invoice.dueAt.toISOString(),
        timeZone: organization.timeZone,
      },
    });
  }
}
