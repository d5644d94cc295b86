import "server-only";
import type { Transaction } from "@/db/client";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { personName } from "@/lib/core/people/person-name";
import type { MailParameters, MailTemplate } from "./mail-parameters";
import { queueMail } from "./queue-mail";

type Recipient = {
  id: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  language: "en" | "de" | null;
};

type Told<Template extends MailTemplate> = {
  template: Template;
  /** All but the names of organization and recipient, which are filled in here. */
  parameters: Omit<MailParameters[Template], "organizationName" | "recipientName">;
  linkToken?: string;
  invitationId?: string;
};

/** Queues a mail to a person, in their language, in the transaction of what it reports. */
export async function notifyUser<Template extends MailTemplate>(
  transaction: Transaction,
  person: Recipient,
  { template, parameters, ...link }: Told<Template>,
): Promise<void> {
  const organization = await getOrganization(transaction);
  await queueMail(transaction, {
    organizationId: organization.id,
    user: person,
    language: person.language ?? organization.defaultLanguage,
    template,
    parameters: {
      ...parameters,
      organizationName: organization.name,
      recipientName: personName(person),
    } as MailParameters[Template],
    ...link,
  });
}
