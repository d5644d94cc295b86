import { useFormatter, useTranslations } from "next-intl";
import { shownValue } from "./audit-words";

/** Where the words of a changed field's terms are; `state` is the status of cases and of invoices. */
const placesOf: Record<string, string[]> = {
  salutation: ["users.terms.salutation"],
  preferredChannel: ["users.terms.preferredChannel"],
  energyContractType: ["contracts.types"],
  meteringKind: ["contracts.kinds"],
  kind: ["devices.kinds"],
  connectionState: ["devices.connectionStates"],
  role: ["roles"],
  status: ["users.states"],
  language: ["languages"],
  defaultLanguage: ["languages"],
  category: ["handbook.categories"],
  audience: ["handbook.audiences"],
  priority: ["cases.priorities"],
  state: ["cases.states", "billing.states"],
};

const elsewhere = ["buildings.terms", "devices.terms"];

/** Says a value that a field held: a term by its word, another value as it is. */
export function useShownValue() {
  const t = useTranslations("audit");
  const format = useFormatter();
  const wordOf = useValueWord();
  return (field: string, value: unknown): string =>
    wordOf(field, value) ?? shownValue(t, format, value);
}

/** Gives the word for a term that a field held, and undefined for values that are no terms. */
function useValueWord() {
  const t = useTranslations();
  return (field: string, value: unknown): string | undefined => {
    if (typeof value !== "string" || !/^[\w -]+$/.test(value)) return undefined;
    const key = (placesOf[field] ?? elsewhere)
      .map((place) => `${place}.${value}` as "roles.admin")
      .find((candidate) => t.has(candidate));
    return key && t(key);
  };
}
