export type NamedPerson = {
  /** Of customers that are companies; nobody else has one. */
  companyName: string | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
};

/** What a person or a company is called: by its name, else by its e-mail address. One of them is always there. */
export const personName = (person: NamedPerson): string =>
  person.companyName || fullName(person) || person.email || "–";

/** First and last name, of a company those of its contact; empty without either. */
const fullName = ({ firstName, lastName }: Pick<NamedPerson, "firstName" | "lastName">) =>
  [firstName, lastName].filter(Boolean).join(" ");
