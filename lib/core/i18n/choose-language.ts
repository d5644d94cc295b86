import { findLanguageOfTag, type Language } from "./languages";

type Wishes = {
  /** A person's own setting. */
  own: Language | null | undefined;
  /** The header `Accept-Language` of their browser. */
  acceptLanguage: string | null;
  ofOrganization: Language | undefined;
};

/** The language of a page: a person's own setting, else what their browser asks for, else the organization's. */
export function chooseLanguage({ own, acceptLanguage, ofOrganization }: Wishes): Language {
  return own ?? findAcceptedLanguage(acceptLanguage ?? "") ?? ofOrganization ?? "en";
}

/** The language of ours that an `Accept-Language` (RFC 9110, 12.5.4) prefers, if any. */
function findAcceptedLanguage(header: string): Language | undefined {
  return header
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return { language: findLanguageOfTag(tag), quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .find(({ language }) => language !== undefined)?.language;
}
