import "server-only";
import { render } from "@react-email/render";
import { createTranslator } from "next-intl";
import { createElement } from "react";
import { type Language, localeOf } from "@/lib/core/i18n/languages";
import { loadMessages } from "@/lib/core/i18n/messages";
import { toSingleLine } from "@/lib/core/validation/plain-text";
import type { MailParameters, MailTemplate } from "./mail-parameters";
import { MailLayout } from "./templates/mail-layout";

type WrittenMail = {
  template: MailTemplate;
  language: "en" | "de";
  /** JSON of the template's parameters. */
  parameters: string;
  link: string | undefined;
  /** The organization's own words in place of ours. */
  ownText?: { subject: string; body: string; closing: string } | undefined;
  accentColor?: string | null;
  /** Address of the organization's logo. */
  logo?: string | undefined;
  /** Whether replies reach the organization. */
  hasReplyTo?: boolean;
};

const dayFormat = { day: "numeric", month: "long", year: "numeric" } as const;

const timeFormat = {
  ...dayFormat,
  weekday: "long",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
} as const;

type MailWords = Pick<WrittenMail, "template" | "language" | "parameters" | "ownText">;

/** The words of a mail in its reader's language, and the values that stand in them. */
async function openMail(mail: MailWords, onError?: (error: Error) => void) {
  const { template, language, parameters } = mail;
  const ours = await loadMessages(language);
  const messages = {
    ...ours,
    mails: { ...ours.mails, [template]: { ...ours.mails[template], ...mail.ownText } },
  } as typeof ours;
  const t = createTranslator({
    ...{ locale: language, messages, namespace: "mails" as const },
    ...(onError && { onError }),
  });
  const values = forDisplay(JSON.parse(parameters), language, (role) => t(`roles.${role}`));
  // Names that were stored by older releases may still hold line breaks.
  return { t, values, subject: () => toSingleLine(t(`${template}.subject`, values)) };
}

/**
 * The subject of a mail that was sent before.
 *
 * @returns undefined where a value is missing that the subject names
 */
export async function findSubject(mail: MailWords): Promise<string | undefined> {
  try {
    const opened = await openMail(mail, (error) => {
      throw error;
    });
    return opened.subject();
  } catch {
    return undefined;
  }
}

/** Writes a mail in its reader's language, as HTML and as plain text. */
export async function renderMail(mail: WrittenMail) {
  const { template, language, link } = mail;
  const opened = await openMail(mail);
  const { t, values } = opened;
  const subject = opened.subject();
  const element = createElement(MailLayout, {
    language,
    accentColor: mail.accentColor ?? "#0b6b53",
    logo: mail.logo,
    organizationName: String(values.organizationName),
    preview: subject,
    greeting: t("greeting", values),
    paragraphs: t(`${template}.body`, values).split(/\n{2,}/),
    button: link
      ? { label: t(`${template}.button` as "invitation.button", values), link }
      : undefined,
    linkNote: t("linkNote"),
    closing: t(`${template}.closing`, values),
    footer: t(mail.hasReplyTo ? "footerWithReply" : "footer", values),
  });
  return { subject, html: await render(element), text: await render(element, { plainText: true }) };
}

/** Roles by their names, times in the reader's format with the zone named, due days of invoices without a time. */
function forDisplay(
  parameters: MailParameters[MailTemplate],
  language: Language,
  nameOfRole: (role: "admin" | "staff") => string,
): Record<string, string | number> {
  const locale = localeOf[language];
  const values: Record<string, string | number> = { ...parameters };
  if ("role" in parameters) values.role = nameOfRole(parameters.role);
  if ("amountCents" in parameters) {
    values.amountCents = new Intl.NumberFormat(locale, {
      style: "currency",
      currency: "EUR",
    }).format(parameters.amountCents / 100);
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (!name.endsWith("At") || !("timeZone" in parameters)) continue;
    values[name] = new Intl.DateTimeFormat(locale, {
      ...("amountCents" in parameters ? dayFormat : timeFormat),
      timeZone: parameters.timeZone,
    }).format(new Date(value));
  }
  return values;
}
