import { verbatimText, z } from "@/lib/core/validation/problems";

/** As it was sent: the use-cases say which fields hold one line and which several. */
export const text = (most: number) => verbatimText().max(most).nullable().optional();

export const moment = z.iso.datetime().meta({ example: "2026-11-24T08:30:00.000Z" });

export const shownText = z.string().nullable();
export const shownMoment = moment.nullable();
export const shownNumber = z.number().nullable();
export const shownInteger = z.number().int().nullable();

/** Postal codes have leading zeros, so they are text; documentation and examples of the API differ. */
const postalCode = z
  .union([z.string().max(20), z.number().int()])
  .nullable()
  .optional();

/** As forms and imports take it: by code, name or vehicle sign; kept as two letters. */
export const country = z
  .string()
  .max(100)
  .nullable()
  .optional()
  .meta({ description: "ISO 3166-1, two letters; three letters and names are accepted." });

/** What was sent of a country, under either of its names. */
export function sentCountry(body: {
  country?: string | null | undefined;
  country_iso2?: string | null | undefined;
}) {
  return body.country_iso2 === undefined ? body.country : body.country_iso2;
}

export const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** The parts of paths. */
export const userPath = z.object({ user_id: z.uuid() });

/** Where a person or a building is: what can be sent of it. */
export const addressBody = {
  street_and_number: text(100),
  street_add_info: text(100),
  zip_code: postalCode,
  town: text(100),
  country,
  country_iso2: country,
  latitude: z.number().min(-90).max(90).nullable().optional(),
  longitude: z.number().min(-180).max(180).nullable().optional(),
};
