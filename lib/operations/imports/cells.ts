import { type DeviceKind, deviceKinds } from "@/db/schema";
import { readDay } from "@/lib/core/validation/calendar-days";
import { optionalCurrency } from "@/lib/core/validation/optional-values";
import { z } from "@/lib/core/validation/problems";
import {
  energyContractTypes,
  meteringKinds,
} from "@/lib/customers/energy-contracts/energy-contract-fields";
import { contracts as germanContracts } from "@/messages/de/customers";
import { devices as german } from "@/messages/de/devices";
import { contracts as englishContracts } from "@/messages/en/customers";
import { devices as english } from "@/messages/en/devices";

const yes = ["1", "true", "yes", "y", "ja", "j", "wahr", "x", "✓", "✔"];
const no = ["", "0", "false", "no", "n", "nein", "falsch", "-", "–"];

/** Yes or no, as spreadsheets write it in both languages. */
export const booleanCell = z
  .string()
  .trim()
  .toLowerCase()
  .default("")
  .refine((text) => yes.includes(text) || no.includes(text), { error: "choice" })
  .transform((text) => yes.includes(text));

/** As `booleanCell`; an empty cell says nothing. */
export const optionalBooleanCell = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const parsed = booleanCell.safeParse(text);
    if (!parsed.success) context.addIssue({ code: "custom", message: "choice" });
    return parsed.data ?? null;
  });

/** A day, as spreadsheets write it in both languages; an empty cell says nothing. */
export const dayCell = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const day = readDay(text);
    if (day === undefined) context.addIssue({ code: "custom", message: "day" });
    return day ?? null;
  });

/** Without case, spaces and punctuation: `heat_pump`, `HeatPump` and `Heat pump` are one name. */
export const fold = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Terms by their own names, those that the interface has for them, and others; all folded. */
export const termsByName = <Term extends string>(
  terms: readonly Term[],
  names: Record<Term, string>[],
  synonymsOf: Partial<Record<Term, string[]>>,
): Map<string, Term> =>
  new Map(
    terms.flatMap((term) =>
      [term, ...names.map((each) => each[term]), ...(synonymsOf[term] ?? [])].map(
        (name) => [fold(name), term] as const,
      ),
    ),
  );

/** One of some terms by the names that the interface has for them in both languages; an empty cell says nothing. */
const termCell = <Term extends string>(
  terms: readonly Term[],
  names: Record<Term, string>[],
  synonymsOf: Partial<Record<Term, string[]>>,
) => {
  const byName = termsByName(terms, names, synonymsOf);
  return z
    .string()
    .default("")
    .transform((text, context) => {
      if (fold(text) === "") return null;
      const term = byName.get(fold(text));
      if (term === undefined) context.addIssue({ code: "custom", message: "choice" });
      return term ?? null;
    });
};

const currencySigns: Record<string, string> = { "€": "EUR", euro: "EUR", "£": "GBP", sfr: "CHF" };

/** A currency by its three letters, or by a sign that only one currency has; an empty cell says nothing. */
export const currencyCell = z
  .string()
  .default("")
  .transform((text): string | null | undefined => currencySigns[text.trim().toLowerCase()] ?? text)
  .pipe(optionalCurrency);

export const contractTypeCell = termCell(
  energyContractTypes,
  [englishContracts.types, germanContracts.types],
  {
    spot_hourly: [
      "spot",
      "stündlich",
      "hourly",
      "Spotpreis",
      "Stündlicher Börsenpreis",
      "dynamisch",
      "dynamic",
    ],
    monthly: ["monatlich", "Monatlicher Preis", "monatsfloater", "Monat"],
    yearly: ["jährlich", "Jährlicher Preis", "fix", "fixed", "Fixpreis", "Jahr", "annual"],
  },
);

export const meteringKindCell = termCell(
  meteringKinds,
  [englishContracts.kinds, germanContracts.kinds],
  {
    household: ["Bezug", "Haushaltsstrom", "consumption", "Verbrauch"],
    heat_pump: ["WP", "Wärmepumpenstrom", "Heizstrom"],
    feed_in: ["Einspeiser", "Überschusseinspeisung", "PV", "feed in", "generation"],
  },
);

/** Names of kinds that the interface does not use. */
const synonyms: Record<DeviceKind, string[]> = {
  heat_pump: ["WP", "Luftwärmepumpe", "Luft-Wasser-Wärmepumpe", "Erdwärmepumpe", "Solewärmepumpe"],
  electric_vehicle: [
    "EV",
    "BEV",
    "E-Auto",
    "Auto",
    "PKW",
    "Fahrzeug",
    "Elektrofahrzeug",
    "Vehicle",
    "Car",
    "Electric car",
  ],
  solar_inverter: [
    "PV",
    "PV-Anlage",
    "Photovoltaik",
    "Photovoltaikanlage",
    "Solaranlage",
    "Inverter",
    "PV inverter",
    "PV-Wechselrichter",
    "Solarwechselrichter",
    "Solar",
  ],
  wallbox: [
    "Wall box",
    "Ladestation",
    "Ladesäule",
    "Wandladestation",
    "Charger",
    "Charging station",
    "EVSE",
  ],
  home_battery: [
    "Batterie",
    "Heimspeicher",
    "Stromspeicher",
    "Hausspeicher",
    "PV-Speicher",
    "Solarspeicher",
    "Speicher",
    "Batteriesystem",
    "Akku",
    "Hausbatterie",
    "Powerwall",
    "Battery",
    "Home storage",
    "Battery storage",
    "Energy storage",
    "Storage",
    "BESS",
  ],
  smart_meter: [
    "Stromzähler",
    "Zähler",
    "Intelligentes Messsystem",
    "Intelligenter Zähler",
    "Intelligentes Messgerät",
    "iMSys",
    "IMS",
    "Moderne Messeinrichtung",
    "mME",
    "Digitaler Zähler",
    "Digitaler Stromzähler",
    "Meter",
    "Electricity meter",
    "Energy meter",
    "Power meter",
  ],
};

const kindsByName = termsByName(deviceKinds, [english.kinds, german.kinds], synonyms);

/** The kind of a device, by every name that the interface has for it in both languages, and by others in use. */
export const deviceKindCell = z.string().transform((name, context) => {
  const kind = kindsByName.get(fold(name));
  if (kind) return kind;
  context.addIssue({ code: "custom", message: name.trim() === "" ? "required" : "choice" });
  return undefined as never;
});
