import type { EndUserField } from "@/lib/customers/end-users/end-user-fields";

/** A label for each field of an end-user: in its form, on its page, in lists, imports and the audit log. */
export const endUserFields = {
  companyName: "Firma",
  vatId: "UID-Nummer",
  salutation: "Anrede",
  language: "Sprache",
  preferredChannel: "Bevorzugter Kontaktweg",
  firstName: "Vorname",
  lastName: "Nachname",
  email: "E-Mail-Adresse",
  phone: "Telefon",
  externalUserId: "Kundennummer",
  streetAndNumber: "Straße und Hausnummer",
  streetAddInfo: "Stiege, Tür",
  zipCode: "Postleitzahl",
  town: "Ort",
  country: "Land",
  latitude: "Breitengrad",
  longitude: "Längengrad",
} satisfies Record<EndUserField, string>;

/** The choices of fields. */
export const endUserTerms = {
  salutation: { ms: "Frau", mr: "Herr", neutral: "Keine" },
  language: { en: "Englisch", de: "Deutsch" },
  preferredChannel: { email: "E-Mail", phone: "Telefon", post: "Post" },
};

/** Hints below fields of the form. */
export const endUserHints = {
  companyName: "Für Unternehmen. Vor- und Nachname gehören dann zur Kontaktperson.",
  email: "Für den Portalzugang erforderlich. Mehrere Kunden können dieselbe E-Mail-Adresse haben.",
  language: "Für E-Mails und die darin verlinkten Seiten",
  preferredChannel: "Automatische Erinnerungen gibt es nur per E-Mail",
  externalUserId: "Die Nummer des Kunden in Ihren eigenen Systemen",
  country: "Code oder Name, z. B. AT oder Österreich",
} satisfies Partial<Record<EndUserField, string>>;
