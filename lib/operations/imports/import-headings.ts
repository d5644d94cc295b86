import { headingsOf } from "@/lib/core/records/field-table";
import { normalizeHeading, readingsOf } from "@/lib/core/table-files/headings";
import { buildingFields } from "@/lib/customers/buildings/building-fields";
import { listedEndUserFields } from "@/lib/customers/end-users/end-user-fields";
import { energyContractFields } from "@/lib/customers/energy-contracts/energy-contract-fields";

export const importKinds = ["end-user", "building", "energy-contract", "device"] as const;
export type ImportKind = (typeof importKinds)[number];

// Headings that fields of several kinds share; those of one field stand in its table.
const street = ["street", "straße", "str", "straßenname", "anschrift", "adresse", "address"];
const streetWithNumber = [
  "straße und hausnummer",
  "straße hausnummer",
  "straße hausnr",
  "straße und nr",
  "straße nr",
  "street and house number",
  "street address",
  "address line 1",
];
const addition = ["adresszusatz", "zusatz", "address line 2", "stiege tür", "stiege", "top", "tür"];
const postalCode = ["zip", "postal code", "postcode", "plz", "postleitzahl"];
const town = ["city", "ort", "stadt", "wohnort", "gemeinde"];
const country = [
  "land",
  "land region",
  "country region",
  "country code",
  "ländercode",
  "länderkennzeichen",
  "lkz",
  "staat",
];
const email = ["e-mail", "mail", "e-mail address", "e-mail-adresse", "mailadresse", "e-mail 1"];
const customerNumber = [
  "customer number",
  "customer no",
  "customer id",
  "kundennummer",
  "kundennr",
  "kunden-id",
  "kd-nr",
  "debitor",
  "debitorennummer",
  "debitorennr",
  "geschäftspartner",
  "gp-nr",
  "partnernummer",
];
const owner = ["owner_email", "owner", "user_id", "external_user_id", "email"] as const;

const building = ["building", "building_id", "gebäude", "objekt", "standort", "anlage"] as const;
const meterPoint = [
  "meter point",
  "metering point",
  "meter",
  "zählpunkt",
  "zählpunktnummer",
  "zählpunktbezeichnung",
  "zp",
  "malo",
  "malo-id",
  "melo",
  "melo-id",
  "marktlokation",
  "messlokation",
  "zähler",
];

/** Headings of a price in hundredths of the currency that do not name it a price. */
export const centHeadings = ["ct kwh", "cent kwh", "cents kwh", "ct je kwh", "cent je kwh"];

const cents = /[([]?(?<!\p{L})(in )?(ct|cents?)(?!\p{L})(\s*(\/|je|pro|per)?\s*kwh)?[)\]]?/iu;

/** Whether a heading says that amounts are hundredths of the currency: `Arbeitspreis (ct/kWh)`. */
export const isInCents = (heading: string) => cents.test(heading);

/** A heading without its unit: `Arbeitspreis in ct/kWh` is `Arbeitspreis`. */
export const withoutCents = (heading: string) => heading.replace(cents, "");

const endUserHeadings = headingsOf(listedEndUserFields);
const buildingHeadings = headingsOf(buildingFields);
const contractHeadings = headingsOf(energyContractFields);

type AddressField = "streetAndNumber" | "streetAddInfo" | "zipCode" | "town" | "country";

const addressHeadings = (own: Record<AddressField, string[]>) => ({
  streetAndNumber: [...own.streetAndNumber, ...streetWithNumber, ...street],
  streetAddInfo: [...own.streetAddInfo, ...addition],
  zipCode: [...own.zipCode, ...postalCode],
  town: [...own.town, ...town],
  country: [...own.country, ...country],
});

/** The fields of each kind by the headings that stand for them; exports use the first of each. */
export const importFields = {
  "end-user": {
    ...endUserHeadings,
    email: [...endUserHeadings.email, ...email],
    externalUserId: [...endUserHeadings.externalUserId, ...customerNumber],
    ...addressHeadings(endUserHeadings),
  },
  building: {
    owner: [...owner, ...email, ...customerNumber],
    ...buildingHeadings,
    ...addressHeadings(buildingHeadings),
  },
  "energy-contract": {
    owner: [...owner, ...email, ...customerNumber],
    building,
    meterId: [...contractHeadings.meterId, ...meterPoint],
    supplier: [...contractHeadings.supplier, "lieferant", "energielieferant", "versorger"],
    meteringKind: [
      ...contractHeadings.meteringKind,
      "zählpunktart",
      "art des zählpunkts",
      "messart",
      "meter kind",
    ],
    energyContractType: [...contractHeadings.energyContractType, "tarif", "tariff", "tarifart"],
    price: ["price", "price per kwh", "preis", "arbeitspreis", "energiepreis", "preis eur kwh"],
    currencyEnergyPrice: [...contractHeadings.currencyEnergyPrice, "currency", "währung"],
    validFrom: [
      ...contractHeadings.validFrom,
      "first day",
      "from",
      "start",
      "gültig ab",
      "gültig von",
      "erster tag",
      "vertragsbeginn",
      "lieferbeginn",
      "beginn",
      "von",
      "ab",
    ],
    validUntil: [
      ...contractHeadings.validUntil,
      "last day",
      "until",
      "end",
      "gültig bis",
      "letzter tag",
      "vertragsende",
      "lieferende",
      "ende",
      "bis",
    ],
    energyPriceIncludesExternalComponents: [
      ...contractHeadings.energyPriceIncludesExternalComponents,
      "mit abgaben und steuern",
    ],
  },
  device: {
    owner: [...owner, ...email, ...customerNumber],
    building,
    kind: ["kind", "art", "geräteart", "gerätetyp", "typ", "device type", "type"],
    manufacturer: ["manufacturer", "hersteller", "marke", "make", "brand"],
    model: ["model", "modell", "modellbezeichnung", "model name"],
    modelYear: ["model_year", "baujahr", "modelljahr"],
    externalDeviceId: ["external_device_id", "serial number", "seriennummer", "serien-nr", "sn"],
    isSmartOptimizationActive: ["is_smart_optimization_active"],
    comment: ["comment", "kommentar", "bemerkung", "anmerkung", "notiz"],
  },
} as const satisfies Record<ImportKind, Record<string, readonly string[]>>;

/** Headings of a whole name, or of a last name beside a column of first names. */
export const nameHeadings = [
  "name",
  "full name",
  "vor- und nachname",
  "vorname nachname",
  "vorname und nachname",
  "nachname vorname",
  "kundenname",
  "customer name",
  "name 1",
];

/** Headings of a postal code and a town in one column. */
export const postalTownHeadings = [
  ...["plz", "postleitzahl"].flatMap((code) =>
    ["ort", "wohnort", "stadt"].flatMap((place) => [`${code} ${place}`, `${code} und ${place}`]),
  ),
  ...["zip", "zip code", "postcode", "postal code"].flatMap((code) =>
    ["city", "town"].flatMap((place) => [`${code} ${place}`, `${code} and ${place}`]),
  ),
  "city zip",
  "ort plz",
];

/** Headings of the number that belongs to the street of another column. */
export const houseNumberHeadings = ["house number", "house no", "hausnummer", "hausnr", "hnr"];

/** Headings of a house number only where they stand right behind the street: others number customers. */
export const numberHeadings = ["nr", "no", "number", "nummer"];

const knownHeadings = Object.fromEntries(
  importKinds.map((kind) => [
    kind,
    new Set(
      [
        ...Object.values<readonly string[]>(importFields[kind]).flat(),
        ...nameHeadings,
        ...houseNumberHeadings,
        ...(kind === "end-user" || kind === "building" ? postalTownHeadings : []),
        ...(kind === "energy-contract" ? centHeadings : []),
      ].map(normalizeHeading),
    ),
  ]),
);

/** Whether a heading names a field of this kind. */
export const isKnownHeading = (kind: ImportKind, heading: string) =>
  [heading, withoutCents(heading)]
    .flatMap(readingsOf)
    .some((reading) => knownHeadings[kind]?.has(reading));
