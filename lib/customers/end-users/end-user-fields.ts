import type { users } from "@/db/schema";
import { languages } from "@/lib/core/i18n/languages";
import { contactChannels, salutations } from "@/lib/core/people/contact-terms";
import type { FieldDefinition } from "@/lib/core/records/field-table";

/** Columns of accounts and of the team, and columns that the portal keeps itself. */
type KeptColumn =
  | "organizationId"
  | "id"
  | "role"
  | "status"
  | "emailNormalized"
  | "sortName"
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
  | "searchVersion"
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
  companyName: {
    kind: "text",
    maxLength: 200,
    apiName: "company_name",
    headings: [
      "company",
      "firma",
      "firmenname",
      "firmenbezeichnung",
      "organisation",
      "unternehmen",
    ],
    isPersonal: true,
    group: "profile",
  },
  vatId: {
    kind: "vatId",
    apiName: "vat_id",
    headings: [
      "vat number",
      "vat no",
      "uid",
      "uid-nummer",
      "uid-nr",
      "ust-id",
      "ust-idnr",
      "ustid",
      "umsatzsteuer-id",
    ],
    isPersonal: true,
    group: "profile",
  },
  salutation: {
    kind: "choice",
    choices: salutations,
    apiName: "salutation",
    headings: ["anrede", "title"],
    isPersonal: true,
    group: "contact",
  },
  language: {
    kind: "choice",
    choices: languages,
    apiName: "language",
    headings: ["sprache", "korrespondenzsprache", "preferred language"],
    isPersonal: true,
    group: "contact",
  },
  preferredChannel: {
    kind: "choice",
    choices: contactChannels,
    apiName: "preferred_channel",
    headings: [
      "preferred contact",
      "kontaktweg",
      "bevorzugter kontaktweg",
      "kommunikationsweg",
      "kontaktart",
    ],
    isPersonal: true,
    group: "contact",
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

const { companyName, vatId, salutation, preferredChannel, ...ofEverybody } = listed;

/** The fields that members of the team have too; the others are about customers. */
export const memberFields = ofEverybody;
