import type { Language } from "@/lib/core/i18n/languages";
import { type NamedPerson, personName } from "@/lib/core/people/person-name";
import { endUserTerms as german } from "@/messages/de/end-user-fields";
import { endUserTerms as english } from "@/messages/en/end-user-fields";

const termsOf = { en: english.salutation, de: german.salutation };

type Addressed = NamedPerson & { salutation: "ms" | "mr" | "neutral" | null };

/** What a mail calls its reader: "Frau Huber" where the salutation is known, of a company its contact. */
export function addressedName(person: Addressed, language: Language): string {
  const { salutation, firstName, lastName } = person;
  if (lastName && salutation && salutation !== "neutral") {
    return `${termsOf[language][salutation]} ${lastName}`;
  }
  return personName(lastName || firstName ? { ...person, companyName: null } : person);
}
