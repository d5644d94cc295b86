import { Invalid } from "@/lib/core/errors";
import { findLanguageOfTag } from "@/lib/core/i18n/languages";
import { verbatimText, z } from "@/lib/core/validation/problems";
import { dateTime } from "./date-time";

/** As it was sent: the use-cases say which fields hold one line and which several. */
export const text = (most: number) => verbatimText().max(most).nullable().optional();

export const moment = dateTime;

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

const MAX_LANGUAGE_TAG_CHARACTERS = 100;

/** A language as any client writes it; null for those that we do not have, which is the organization's. */
export const languageTag = verbatimText()
  .max(MAX_LANGUAGE_TAG_CHARACTERS)
  .transform((tag) => findLanguageOfTag(tag) ?? null)
  .nullable()
  .optional()
  .meta({
    description: "A language tag (BCP 47). Those other than German and English get the default.",
    example: "de-AT",
  });

/** A building under its name in requests, and under the one that answers have. */
export const buildingBody = {
  building_id: z.uuid().nullable().optional(),
  building: z
    .uuid()
    .nullable()
    .optional()
    .meta({ description: "The same as `building_id`, as answers call it." }),
};

/** What was sent of a building, under either name. @throws Invalid when the names contradict each other */
export function sentBuilding({
  building_id: id,
  building,
}: {
  building_id?: string | null | undefined;
  building?: string | null | undefined;
}) {
  if (id !== undefined && building !== undefined && id !== building) {
    throw new Invalid({ building: "contradiction:building_id" });
  }
  return id === undefined ? building : id;
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
