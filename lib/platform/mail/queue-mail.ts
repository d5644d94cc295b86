import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { outgoingMails } from "@/db/schema";
import { encrypt } from "@/lib/core/crypto/encryption";
import type { MailParameters, MailTemplate } from "./mail-parameters";

type QueuedMail<Template extends MailTemplate> = {
  organizationId: string;
  user: { id: string; email: string };
  language: "en" | "de";
  template: Template;
  parameters: MailParameters[Template];
  /** The secret of the link, kept encrypted until the mail has gone. */
  linkToken?: string;
  invitationId?: string;
};

/** Puts a mail into the outbox, in the transaction of what it reports: both stand or neither. */
export async function queueMail<Template extends MailTemplate>(
  transaction: Transaction,
  mail: QueuedMail<Template>,
): Promise<void> {
  const [queued] = await transaction
    .insert(outgoingMails)
    .values({
      organizationId: mail.organizationId,
      userId: mail.user.id,
      invitationId: mail.invitationId,
      template: mail.template,
      recipient: mail.user.email,
      language: mail.language,
      parameters: JSON.stringify(mail.parameters),
      encryptedSecret: mail.linkToken ? encrypt(mail.linkToken, mail.user.id) : null,
    })
    .returning({ id: outgoingMails.id });
  if (!queued) throw new Error("The insert returned no row.");
  const payload = JSON.stringify({ organizationId: mail.organizationId, mailId: queued.id });
  await transaction.execute(sql`select enqueue_job('send-mail', ${payload}::json, ${queued.id})`);
}
