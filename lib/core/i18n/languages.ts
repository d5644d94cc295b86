export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** Dates and numbers are written the European way in both languages. */
export const localeOf: Record<Language, string> = { en: "en-GB", de: "de-AT" };

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** Our language for a tag of BCP 47, by its first part: `de-AT` is German. Undefined where we have none. */
export function findLanguageOfTag(tag: string): Language | undefined {
  const [primary = ""] = tag.toLowerCase().split(/[-_]/);
  return isLanguage(primary) ? primary : undefined;
}
