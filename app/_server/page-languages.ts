import type { Language } from "@/lib/core/i18n/languages";

/** What decides the language of a page, besides the browser. */
export type PageLanguages = {
  /** The person's own setting. */
  own: Language | null;
  ofOrganization: Language;
};
