import { iso31661Alpha3ToAlpha2 } from "iso-3166";

const alpha3: Record<string, string> = iso31661Alpha3ToAlpha2;

/** The two letters of every country of ISO 3166-1. */
export const countryCodes: readonly string[] = Object.values(alpha3);

/**
 * Distinguishing signs of vehicles (Vienna Convention on Road Traffic, list of the UNECE) that are no code of ISO;
 * where a sign is the code of another country, the code counts.
 */
const vehicleSigns = {
  A: "AT",
  B: "BE",
  C: "CU",
  CDN: "CA",
  D: "DE",
  E: "ES",
  EAK: "KE",
  EAT: "TZ",
  EAU: "UG",
  F: "FR",
  FL: "LI",
  G: "GA",
  GCA: "GT",
  H: "HU",
  HKJ: "JO",
  I: "IT",
  J: "JP",
  K: "KH",
  KSA: "SA",
  L: "LU",
  LAR: "LY",
  M: "MT",
  MAL: "MY",
  N: "NO",
  NMK: "MK",
  P: "PT",
  RA: "AR",
  RCH: "CL",
  RI: "ID",
  RL: "LB",
  ROK: "KR",
  ROU: "UY",
  RP: "PH",
  RSM: "SM",
  S: "SE",
  SLO: "SI",
  T: "TH",
  UAE: "AE",
  UK: "GB",
  V: "VA",
  WAN: "NG",
  YV: "VE",
  Z: "ZM",
} as const;

/** Names in use that are not those of CLDR, by code. */
const otherNames: Record<string, string[]> = {
  AT: ["Republik Österreich", "Republic of Austria"],
  BA: ["Bosnien"],
  CZ: ["Czech Republic", "Tschechische Republik"],
  DE: ["BRD", "Bundesrepublik Deutschland", "Federal Republic of Germany"],
  GB: ["Great Britain", "Großbritannien", "England", "Scotland", "Schottland", "Wales"],
  IE: ["Republic of Ireland"],
  KR: ["Korea"],
  MD: ["Moldawien"],
  MK: ["Mazedonien", "Macedonia"],
  NL: ["Holland", "The Netherlands"],
  RU: ["Russian Federation", "Russische Föderation"],
  SK: ["Slovak Republic", "Slowakische Republik"],
  TR: ["Turkey"],
  US: ["USA", "United States of America", "Vereinigte Staaten von Amerika", "Amerika"],
  VA: ["Vatikan", "Vatican"],
};

const connecting = new Set(["and", "und", "the"]);

/** Without case, accents, punctuation and connecting words; `oe` is the same as `ö`. */
const fold = (name: string) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^\p{L}]+/u)
    .filter((word) => !connecting.has(word))
    .join("")
    .replaceAll(/([aou])e/g, "$1");

let codesByName: Map<string, string> | undefined;

function listNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const language of ["de", "en"]) {
    const display = new Intl.DisplayNames([language], { type: "region" });
    for (const code of countryCodes) names.set(fold(display.of(code) ?? code), code);
  }
  for (const [code, others] of Object.entries(otherNames)) {
    for (const name of others) names.set(fold(name), code);
  }
  return names;
}

/**
 * Finds a country by its code of two or three letters (ISO 3166-1), its German or English name or its vehicle sign.
 * @returns its two letters
 */
export function toCountryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (countryCodes.includes(code)) return code;
  const byLetters = alpha3[code] ?? (vehicleSigns as Record<string, string>)[code];
  if (byLetters) return byLetters;
  codesByName ??= listNames();
  return codesByName.get(fold(text));
}
