import { iso31661Alpha3ToAlpha2 } from "iso-3166";
import { z } from "@/lib/validation/problems";

export const text = (most: number) => z.string().max(most).nullable().optional();

export const moment = z.iso.datetime().meta({ example: "2026-11-24T08:30:00.000Z" });

export const shownText = z.string().nullable();
export const shownMoment = moment.nullable();
export const shownNumber = z.number().nullable();
export const shownInteger = z.number().int().nullable();

/** Postal codes have leading zeros, so they are text; documentation and examples of the API differ. */
export const postalCode = z
  .union([z.string().max(20), z.number().int()])
  .nullable()
  .optional();

const countries: Record<string, string> = iso31661Alpha3ToAlpha2;

/** Two letters, or three as older clients send them (ISO 3166-1); kept as two. */
export const country = z
  .string()
  .max(3)
  .nullable()
  .optional()
  .meta({ description: "ISO 3166-1, two letters; three are accepted." });

/** What was sent of a country, under either of its names. */
export function sentCountry(body: {
  country?: string | null | undefined;
  country_iso2?: string | null | undefined;
}) {
  const code = body.country_iso2 === undefined ? body.country : body.country_iso2;
  return code && (countries[code.toUpperCase()] ?? code);
}

/** Only the fields that were sent. */
export function sent<Fields extends Record<string, unknown>>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}

export const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** The parts of paths. */
export const userPath = z.object({ user_id: z.uuid() });
