import type { EndUserField } from "@/lib/customers/end-users/end-user-fields";

/** A label for each field of an end-user: in its form, on its page, in lists, imports and the audit log. */
export const endUserFields = {
  companyName: "Firma",
  vatId: "UID-Nummer",
  salutation: "Anrede",
  language: "Sprache",
  preferredChannel: "Bevorzugter Kontakt",
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
  latitude: "Breite",
  longitude: "Länge",
} satisfies Record<EndUserField, string>;

/** The choices of fields. */
export const endUserTerms = {
  salutation: { ms: "Frau", mr: "Herr", neutral: "Ohne" },
  language: { en: "Englisch", de: "Deutsch" },
  preferredChannel: { email: "E-Mail", phone: "Telefon", post: "Brief" },
};

/** Hints below fields of the form. */
export const endUserHints = {
  companyName: "Für Unternehmen. Vor- und Nachname sind dann die der Ansprechperson.",
  email: "Ohne Adresse gibt es keinen Portalzugang. Paare können eine Adresse teilen.",
  language: "Der Mails und der Seiten hinter ihren Links.",
  preferredChannel: "Ohne E-Mail werden keine Erinnerungen automatisch verschickt.",
  externalUserId: "Die Nummer, unter der Ihre eigenen Systeme diesen Kunden kennen.",
  country: "Kürzel oder Name, etwa AT oder Österreich.",
} satisfies Partial<Record<EndUserField, string>>;
