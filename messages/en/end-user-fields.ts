import type { EndUserField } from "@/lib/customers/end-users/end-user-fields";

/** A label for each field of an end-user: in its form, on its page, in lists, imports and the audit log. */
export const endUserFields = {
  companyName: "Company",
  vatId: "VAT id",
  salutation: "Salutation",
  language: "Language",
  preferredChannel: "Preferred contact",
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail address",
  phone: "Phone",
  externalUserId: "Customer number",
  streetAndNumber: "Street and number",
  streetAddInfo: "Staircase, door",
  zipCode: "Postal code",
  town: "Town",
  country: "Country",
  latitude: "Latitude",
  longitude: "Longitude",
} satisfies Record<EndUserField, string>;

/** The choices of fields. */
export const endUserTerms = {
  salutation: { ms: "Ms", mr: "Mr", neutral: "Without" },
  language: { en: "English", de: "German" },
  preferredChannel: { email: "E-mail", phone: "Phone", post: "Letter" },
};

/** Hints below fields of the form. */
export const endUserHints = {
  companyName: "For a company. First and last name are those of the contact person.",
  email: "Without one there is no portal access. Couples may share an address.",
  language: "Of mails and of the pages behind their links.",
  preferredChannel: "Without e-mail no reminders are sent automatically.",
  externalUserId: "The number your own systems know this customer by.",
  country: "Code or name, like AT or Austria.",
} satisfies Partial<Record<EndUserField, string>>;
