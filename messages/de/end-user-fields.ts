import type { EndUserField } from "@/lib/customers/end-users/end-user-fields";

/** A label for each field of an end-user: in its form, on its page, in lists, imports and the audit log. */
export const endUserFields = {
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

/** Hints below fields of the form. */
export const endUserHints = {
  externalUserId: "Die Nummer, unter der Ihre eigenen Systeme diesen Kunden kennen.",
  country: "Kürzel oder Name, etwa AT oder Österreich.",
} satisfies Partial<Record<EndUserField, string>>;
