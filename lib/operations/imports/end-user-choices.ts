import { endUserTerms as germanTerms } from "@/messages/de/end-user-fields";
import { endUserTerms as englishTerms } from "@/messages/en/end-user-fields";
import { fold, termsByName } from "./cells";

/** Words for the choices of an end-user's fields that the interface does not use. */
const choiceSynonyms: Record<string, string[]> = {
  ms: ["Mrs", "Miss", "Fr", "w", "weiblich", "female", "f", "Madam"],
  mr: ["Hr", "Hrn", "Herrn", "m", "männlich", "male", "Sir"],
  neutral: [
    "Firma",
    "Familie",
    "Fam",
    "divers",
    "d",
    "company",
    "family",
    "keine",
    "none",
    "Ohne",
    "Without",
  ],
  en: ["eng", "en-GB", "en-US"],
  de: ["deu", "ger", "de-AT", "de-DE", "de-CH"],
  email: ["Mail", "per Mail", "elektronisch"],
  phone: ["Tel", "Telephone", "telefonisch", "Mobil", "Handy", "Anruf", "SMS"],
  post: ["Post", "Brief", "Letter", "Mail (post)", "schriftlich", "postalisch", "Papier"],
};

const namesIn = (terms: Record<string, Record<string, string>>, field: string) =>
  terms[field] ?? {};

const choicesByName = Object.fromEntries(
  Object.entries(englishTerms).map(([field, names]) => [
    field,
    termsByName(Object.keys(names), [names, namesIn(germanTerms, field)], choiceSynonyms),
  ]),
);

const choiceFields = Object.keys(choicesByName);

/** The choice that a cell names, in either language; undefined for any other text. */
const readChoice = (field: string, text: string): string | undefined =>
  fold(text) === "" ? "" : choicesByName[field]?.get(fold(text));

/** Choices of an end-user's row by the words that files have for them; a word for none is left out, with a warning. */
export function readChoices(values: Record<string, string>) {
  const read = choiceFields.flatMap((field) => {
    const text = values[field];
    return text === undefined ? [] : [[field, readChoice(field, text)] as const];
  });
  return {
    values: {
      ...values,
      ...Object.fromEntries(read.map(([field, choice]) => [field, choice ?? ""])),
    },
    warnings: Object.fromEntries(
      read.flatMap(([field, choice]) => (choice === undefined ? [[field, "unknownChoice"]] : [])),
    ),
  };
}
