import { emailAddress, optionalText, requiredText, z } from "../validation/problems";

/** The mails whose words an organization can make its own. */
export const editableTemplates = [
  "invitation",
  "password-reset",
  "onboarding-nudge",
  "access-ends-soon",
  "role-changed",
  "reconnection",
  "connection",
] as const;
export type EditableTemplate = (typeof editableTemplates)[number];

export const mailTextReference = z.object({
  template: z.enum(editableTemplates),
  language: z.enum(["en", "de"]),
});

export const saveMailTextInput = mailTextReference.extend({
  subject: requiredText(200),
  body: requiredText(2000),
  closing: requiredText(1000),
});

export const updateMailSenderInput = z.object({
  /** No characters that mean something in an address line. */
  mailSenderName: optionalText(80).refine(
    (name) => name === null || !/[<>"@,;:\\\r\n]/.test(name),
    {
      error: "senderName",
    },
  ),
  mailReplyTo: z
    .union([z.literal(""), emailAddress])
    .default("")
    .transform((email) => (email === "" ? null : email)),
});
