import "server-only";
import { createTranslator } from "next-intl";
import type { Language } from "../i18n/languages";
import { loadMessages } from "../i18n/messages";
import type { EditableTemplate } from "./mail-text-schema";

/** What stands in braces, wherever it does. */
const placeholder = /\{\s*(\w+)/g;

/** The placeholders that a template's own words have, and so all that an organization's may have. */
export async function placeholdersOf(template: EditableTemplate): Promise<string[]> {
  const { mails } = await loadMessages("en");
  const { subject, body, closing } = mails[template];
  const names = `${subject} ${body} ${closing}`.matchAll(placeholder);
  const known = new Set([...names].map(([, name]) => name ?? ""));
  return [...known, "organizationName", "recipientName"].filter(
    (name, index, all) => name !== "one" && name !== "other" && all.indexOf(name) === index,
  );
}

/**
 * Checks words with placeholders as the mail would be written with them.
 * @returns a key of the `problems` messages, or undefined when they can be used
 */
export async function checkMailText(
  template: EditableTemplate,
  language: Language,
  text: string,
): Promise<string | undefined> {
  const allowed = await placeholdersOf(template);
  const unknown = [...text.matchAll(placeholder)]
    .map(([, name]) => name ?? "")
    .find((name) => !allowed.includes(name));
  if (unknown) return `placeholder:${unknown}`;
  let isBroken = false;
  const t = createTranslator({
    locale: language,
    messages: { text },
    onError: () => {
      isBroken = true;
    },
  });
  t("text", Object.fromEntries(allowed.map((name) => [name, name])));
  return isBroken ? "mailText" : undefined;
}
