import type { Language } from "@/lib/core/i18n/languages";
import { loadMessages } from "@/lib/core/i18n/messages";

export type Terms = {
  /** As it is written down with an acceptance. */
  version: string;
  textEn: string;
  textDe: string;
  /** What has changed; empty for the terms that come with Wattdesk. */
  summary: string;
};

/** The version of the terms that hold until an organization publishes its own. */
export const builtInTermsVersion = "2026-11";

const sections = ["purpose", "account", "data", "records", "end"] as const;

/** The terms that come with Wattdesk, as Markdown. */
export async function builtInTerms(): Promise<Terms> {
  return {
    version: builtInTermsVersion,
    textEn: await textIn("en"),
    textDe: await textIn("de"),
    summary: "",
  };
}

async function textIn(language: Language): Promise<string> {
  const { terms } = await loadMessages(language);
  return sections
    .map((section) => `# ${terms[`${section}Title`]}\n\n${terms[`${section}Text`]}`)
    .join("\n\n");
}
