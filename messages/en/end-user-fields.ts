import type { EndUserField } from "@/lib/customers/end-users/end-user-fields";

/** A label for each field of an end-user: in its form, on its page, in lists, imports and the audit log. */
export const endUserFields = {
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

/** Hints below fields of the form. */
export const endUserHints = {
  externalUserId: "The number your own systems know this customer by.",
  country: "Code or name, like AT or Austria.",
} satisfies Partial<Record<EndUserField, string>>;
