import "server-only";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { createTranslator } from "next-intl";
import type { Language } from "@/lib/core/i18n/languages";
import { loadMessages } from "@/lib/core/i18n/messages";
import type { EditableTemplate } from "./mail-text-schema";

/** The names that stand in braces, those within the variants of a plural or a choice among them. */
function namesIn(parts: MessageFormatElement[]): string[] {
  return parts.flatMap((part) => {
    if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
    if (part.type === TYPE.tag) return namesIn(part.children);
    const variants =
      part.type === TYPE.plural || part.type === TYPE.select ? Object.values(part.options) : [];
    return [part.value, ...variants.flatMap(({ value }) => namesIn(value))];
  });
}

/** The placeholders that a template's own words have, and so all that an organization's may have. */
export async function placeholdersOf(template: EditableTemplate): Promise<string[]> {
  const { mails } = await loadMessages("en");
  const { subject, body, closing } = mails[template];
  const names = [subject, body, closing].flatMap((text) => namesIn(parse(text)));
  return [...new Set([...names, "organizationName", "recipientName"])];
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
  let names: string[];
  try {
    names = namesIn(parse(text));
  } catch {
    return "mailText";
  }
  const unknown = names.find((name) => !allowed.includes(name));
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
