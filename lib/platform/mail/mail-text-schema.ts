import { changesOf } from "@/lib/core/validation/changes-of";
import {
  emailAddress,
  optionalText,
  requiredMultilineText,
  requiredText,
  z,
} from "@/lib/core/validation/problems";
import type { MailTemplate } from "./mail-parameters";

/**
 * The mails whose words an organization can make its own, by whom they are for. What Wattdesk itself has to say to
 * the admins (invoices, findings, the head of the audit log, a coming deletion) keeps the words it has.
 */
export const editableMails = {
  customers: ["portal-access", "reconnection", "connection", "case-answer"],
  joining: ["invitation", "onboarding-nudge"],
  access: [
    "role-changed",
    "role-change-noted",
    "access-end-set",
    "access-end-lifted",
    "access-ends-soon",
    "member-access-ends-soon",
    "member-access-ended",
    "review-started",
    "review-reminder",
  ],
  account: [
    "password-reset",
    "password-changed",
    "address-change",
    "address-change-new",
    "address-changed",
    "second-factor-added",
    "second-factor-removed",
    "second-factor-reset",
  ],
  cases: ["case-assigned", "case-mention", "case-escalated"],
} as const satisfies Record<string, readonly MailTemplate[]>;

export const editableTemplates = [
  ...editableMails.customers,
  ...editableMails.joining,
  ...editableMails.access,
  ...editableMails.account,
  ...editableMails.cases,
] as const;
export type EditableTemplate = (typeof editableTemplates)[number];

export const mailTextReference = z.object({
  template: z.enum(editableTemplates),
  language: z.enum(["en", "de"]),
});

export const saveMailTextInput = mailTextReference.extend({
  subject: requiredText(200),
  body: requiredMultilineText(2000),
  closing: requiredMultilineText(1000),
});

export const updateMailSenderInput = z.object({
  ...changesOf({
    /** No characters that mean something in an address line. */
    mailSenderName: optionalText(80)
      .unwrap()
      .refine((name) => name === null || !/[<>"@,;:\\\r\n]/.test(name), { error: "senderName" }),
    mailReplyTo: z
      .union([z.literal(""), emailAddress])
      .transform((email) => (email === "" ? null : email)),
  }),
});
