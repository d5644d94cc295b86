import "server-only";
import parsePhoneNumber, { isSupportedCountry } from "libphonenumber-js/max";
import type { Transaction } from "@/db/client";
import { getOrganization } from "../organizations/organization-row";
import { countryOfTimeZone } from "./country-of-time-zone";

/** Stored where no country is known (CLDR). */
const UNKNOWN_COUNTRY = "ZZ";

/** The columns of a person that hold their number. */
export type PhoneColumns = {
  phone: string | null;
  phoneInternational: string | null;
  phoneExtension: string | null;
  phoneCountry: string | null;
};

/** The country whose national numbers people of an organization write (ISO 3166-1), or ZZ. */
export async function getPhoneCountry(transaction: Transaction): Promise<string> {
  const { country, timeZone } = await getOrganization(transaction);
  return country ?? countryOfTimeZone(timeZone) ?? UNKNOWN_COUNTRY;
}

/** What is stored of a number: as it was typed, and in E.164 (ITU-T) where it can be read. */
export function toPhoneColumns(phone: string | null, country: string): PhoneColumns {
  const readable = phone === null ? undefined : readPhoneNumber(phone, country);
  return {
    phone,
    phoneInternational: readable?.number ?? null,
    phoneExtension: readable?.ext ?? null,
    phoneCountry: phone === null ? null : country,
  };
}

/** How extensions are written in German, which the library does not know. */
const germanExtension = /\s*\b(?:DW|Durchwahl|Kl|Klappe|Nst|Nebenstelle)\b[.:]?\s*(\d+)\s*$/i;

function readPhoneNumber(phone: string, country: string) {
  const number = parsePhoneNumber(phone.replace(germanExtension, " ext. $1"), {
    extract: false,
    ...(isSupportedCountry(country) && { defaultCountry: country }),
  });
  return number?.isPossible() ? number : undefined;
}

/** Fewer digits without a country begin too many numbers. */
const MIN_NATIONAL_DIGITS = 8;

/**
 * The digits of a telephone number that somebody searches for, whole or its beginning: with its country, as it is
 * dialled within it, and without either.
 * @param country whose national numbers people write (ISO 3166-1), or ZZ
 */
export function searchedPhoneDigits(phone: string, country: string): string[] {
  const isNumber = /^\s*(?:\+|0)/.test(phone);
  const digits = phone.replace(/\D/g, "");
  if (!isNumber && digits.length < MIN_NATIONAL_DIGITS) return [];
  const number = parsePhoneNumber(phone.replace(/^\s*00/, "+"), {
    extract: false,
    ...(isSupportedCountry(country) && { defaultCountry: country }),
  });
  const significant = digits.replace(/^0+/, "");
  if (!number) return isNumber ? [significant] : [];
  const national = number.formatNational().replace(/\D/g, "");
  return [number.number.slice(1), national, `${number.nationalNumber}`];
}

/** As `toPhoneColumns` for what a person has written; nothing where no number was sent. */
export async function withPhoneColumns<Fields extends { phone?: string | null | undefined }>(
  transaction: Transaction,
  fields: Fields,
): Promise<Fields | (Fields & PhoneColumns)> {
  if (fields.phone === undefined) return fields;
  return addPhoneColumns(fields, await getPhoneCountry(transaction));
}

/** As `withPhoneColumns`, where the country is known. */
export function addPhoneColumns<Fields extends { phone?: string | null | undefined }>(
  fields: Fields,
  country: string,
): Fields | (Fields & PhoneColumns) {
  return fields.phone === undefined
    ? fields
    : { ...fields, ...toPhoneColumns(fields.phone, country) };
}

/** Whether a number was read and is none: nobody can be called or found by it. */
export const isUnreadablePhone = (columns: {
  phone: string | null;
  phoneInternational: string | null;
  phoneCountry: string | null;
}) =>
  columns.phone !== null && columns.phoneCountry !== null && columns.phoneInternational === null;
