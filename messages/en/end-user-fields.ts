import type { EndUserField } from "@/lib/customers/end-users/end-user-fields";

/** A label for each field of an end-user: in its form, on its page, in lists, imports and the audit log. */
export const endUserFields = {
  companyName: "Company",
  vatId: "VAT ID",
  salutation: "Salutation",
  language: "Language",
  preferredChannel: "Preferred contact method",
  firstName: "First name",
  lastName: "Last name",
  email: "Email",
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
  salutation: { ms: "Ms", mr: "Mr", neutral: "None" },
  language: { en: "English", de: "German" },
  preferredChannel: { email: "Email", phone: "Phone", post: "Post" },
};

/** Hints below fields of the form. */
export const endUserHints = {
  companyName: "For businesses. First and last name are the contact person's.",
  email: "Required for portal access. Several customers can share an email.",
  language: "For emails and the pages they link to",
  preferredChannel: "Automatic reminders are only sent with Email",
  externalUserId: "The customer's ID in your own systems",
  country: "Code or name, e.g. AT or Austria",
} satisfies Partial<Record<EndUserField, string>>;
