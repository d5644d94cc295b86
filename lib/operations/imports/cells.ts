import { deviceKinds } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";
import { devices as german } from "@/messages/de/devices";
import { endUserTerms as germanTerms } from "@/messages/de/end-user-fields";
import { devices as english } from "@/messages/en/devices";
import { endUserTerms as englishTerms } from "@/messages/en/end-user-fields";

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

type DeviceKind = (typeof deviceKinds)[number];

/** Names of kinds that the interface does not use. */
const synonyms: Partial<Record<DeviceKind, string[]>> = {
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
};

/** Without case, spaces and punctuation: `heat_pump`, `HeatPump` and `Heat pump` are one name. */
const fold = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

const kindsByName = new Map<string, DeviceKind>(
  deviceKinds.flatMap((kind) =>
    [kind, english.kinds[kind], german.kinds[kind], ...(synonyms[kind] ?? [])].map(
      (name) => [fold(name), kind] as const,
    ),
  ),
);

/** The kind of a device, by every name that the interface has for it in both languages, and by others in use. */
export const deviceKindCell = z.string().transform((name, context) => {
  const kind = kindsByName.get(fold(name));
  if (kind) return kind;
  context.addIssue({ code: "custom", message: name.trim() === "" ? "required" : "choice" });
  return undefined as never;
});

/** Words for the choices of an end-user's fields that the interface does not use. */
const choiceSynonyms: Record<string, string[]> = {
  ms: ["Mrs", "Miss", "Fr", "w", "weiblich", "female", "f", "Madam"],
  mr: ["Hr", "Hrn", "Herrn", "m", "männlich", "male", "Sir"],
  neutral: ["Firma", "Familie", "Fam", "divers", "d", "company", "family", "keine", "none"],
  en: ["eng", "en-GB", "en-US"],
  de: ["deu", "ger", "de-AT", "de-DE", "de-CH"],
  email: ["Mail", "per Mail", "elektronisch"],
  phone: ["Tel", "Telephone", "telefonisch", "Mobil", "Handy", "Anruf", "SMS"],
  post: ["Post", "Mail (post)", "schriftlich", "postalisch", "Papier"],
};

const namesOf = (terms: Record<string, Record<string, string>>, field: string) =>
  Object.entries(terms[field] ?? {});

const choicesByName = Object.fromEntries(
  Object.keys(englishTerms).map((field) => [
    field,
    new Map(
      [...namesOf(englishTerms, field), ...namesOf(germanTerms, field)].flatMap(([choice, name]) =>
        [choice, name, ...(choiceSynonyms[choice] ?? [])].map((each) => [fold(each), choice]),
      ),
    ),
  ]),
);

/** The fields of an end-user that are one of a few choices. */
export const choiceFields = Object.keys(choicesByName);

/** The choice that a cell names, in either language; undefined for any other text. */
export const readChoice = (field: string, text: string): string | undefined =>
  fold(text) === "" ? "" : choicesByName[field]?.get(fold(text));
