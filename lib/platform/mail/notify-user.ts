import "server-only";
import type { Transaction } from "@/db/client";
import { assertPresent } from "@/lib/core/assert-present";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { addressedName } from "./addressed-name";
import type { MailParameters, MailTemplate } from "./mail-parameters";
import { queueMail } from "./queue-mail";

type Recipient = Parameters<typeof addressedName>[0] & {
  id: string;
  language: "en" | "de" | null;
};

type Told<Template extends MailTemplate> = {
  template: Template;
  /** All but the names of organization and recipient, which are filled in here. */
  parameters: Omit<MailParameters[Template], "organizationName" | "recipientName">;
  linkToken?: string;
  invitationId?: string;
};

/**
 * Queues a mail to a person, in their language, in the transaction of what it reports.
 * @throws Error when the person has no address: callers look first where customers are meant
 */
export async function notifyUser<Template extends MailTemplate>(
  transaction: Transaction,
  person: Recipient,
  { template, parameters, ...link }: Told<Template>,
): Promise<void> {
  const organization = await getOrganization(transaction);
  const language = person.language ?? organization.defaultLanguage;
  await queueMail(transaction, {
    organizationId: organization.id,
    user: { id: person.id, email: assertPresent(person.email, "The recipient's address") },
    language,
    template,
    parameters: {
      ...parameters,
      organizationName: organization.name,
      recipientName: addressedName(person, language),
    } as MailParameters[Template],
    ...link,
  });
}
