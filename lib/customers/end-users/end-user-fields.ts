import type { users } from "@/db/schema";
import type { FieldDefinition } from "@/lib/core/records/field-table";

/** Columns of accounts and of the team, and columns that the portal keeps itself. */
type KeptColumn =
  | "organizationId"
  | "id"
  | "role"
  | "status"
  | "emailNormalized"
  | "sortName"
  | "language"
  | "timeZone"
  | "exportSeparator"
  | "locationLastUpdated"
  | "phoneInternational"
  | "phoneExtension"
  | "phoneCountry"
  | "passwordHash"
  | "passwordChangedAt"
  | "termsVersion"
  | "termsAcceptedAt"
  | "lastSeenAt"
  | "accessVerifiedAt"
  | "onboardingNudgedAt"
  | "accessEndsAt"
  | "accessEndSetBy"
  | "accessWarnedDays"
  | "accessEndedAt"
  | "archivedAt"
  | "buildingCount"
  | "contractCount"
  | "deviceCount"
  | "disconnectedDeviceCount"
  | "facet"
  | "lastSeenSort"
  | "numberSort"
  | "postalCodeSort"
  | "searchText"
  | "searchLexemes"
  | "createdAt"
  | "updatedAt"
  | "deletedAt"
  | "version";

export type EndUserField = Exclude<keyof typeof users.$inferSelect, KeptColumn>;

/**
 * What people write of an end-user: the source of its schema, form, page, list columns, import, export, API fields,
 * audit labels and erasure. A column of `users` that is missing here does not compile.
 */
export const endUserFields = {
  firstName: {
    kind: "text",
    maxLength: 100,
    apiName: "first_name",
    headings: ["vorname", "given name", "rufname"],
    isPersonal: true,
    group: "profile",
  },
  lastName: {
    kind: "text",
    maxLength: 100,
    apiName: "last_name",
    headings: ["nachname", "familienname", "surname", "family name", "zuname"],
    isPersonal: true,
    group: "profile",
  },
  email: {
    kind: "email",
    apiName: "email",
    isPersonal: true,
    group: "profile",
  },
  phone: {
    kind: "phone",
    apiName: "phone",
    headings: [
      "telephone",
      "telefon",
      "telefonnummer",
      "telefonnr",
      "tel",
      "tel nr",
      "telefon 1",
      "phone number",
      "mobil",
      "mobiltelefon",
      "mobilnummer",
      "handy",
      "handynummer",
      "mobile",
      "festnetz",
    ],
    isPersonal: true,
    group: "profile",
  },
  externalUserId: {
    kind: "text",
    maxLength: 255,
    apiName: "external_user_id",
    isPersonal: true,
    group: "profile",
  },
  streetAndNumber: {
    kind: "text",
    maxLength: 100,
    apiName: "street_and_number",
    isPersonal: true,
    group: "address",
  },
  streetAddInfo: {
    kind: "text",
    maxLength: 100,
    apiName: "street_add_info",
    isPersonal: true,
    group: "address",
  },
  zipCode: {
    kind: "text",
    maxLength: 20,
    apiName: "zip_code",
    isPersonal: true,
    group: "address",
  },
  town: {
    kind: "text",
    maxLength: 100,
    apiName: "town",
    isPersonal: true,
    group: "address",
  },
  country: {
    kind: "country",
    apiName: "country",
    isPersonal: true,
    group: "address",
  },
  latitude: {
    kind: "decimal",
    min: -90,
    max: 90,
    apiName: "latitude",
    isPersonal: true,
    group: "position",
  },
  longitude: {
    kind: "decimal",
    min: -180,
    max: 180,
    apiName: "longitude",
    isPersonal: true,
    group: "position",
  },
} as const satisfies Record<EndUserField, FieldDefinition>;

const { latitude, longitude, ...listed } = endUserFields;

/** The fields that forms, lists and files have; a position comes through the API alone. */
export const listedEndUserFields = listed;
