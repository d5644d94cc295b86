import type { Language } from "../i18n/languages";
import { loadMessages } from "../i18n/messages";

/** The version of the terms that hold until an organization publishes its own. */
export const builtInTermsVersion = "2026-11";

const sections = ["purpose", "account", "data", "records", "end"] as const;

/** The terms that come with Wattdesk, as Markdown. */
export async function builtInTerms(language: Language): Promise<string> {
  const { terms } = await loadMessages(language);
  return sections
    .map((section) => `# ${terms[`${section}Title`]}\n\n${terms[`${section}Text`]}`)
    .join("\n\n");
}
