/** Without case, accents written as umlauts, spaces and punctuation: `Kunden-Nr.*` is `kundennr`. */
export const normalizeHeading = (heading: string) =>
  heading
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** A heading as it may be known: as it is, and without what stands in brackets, as in `E-Mail (privat)`. */
export const readingsOf = (heading: string): string[] => [
  normalizeHeading(heading),
  normalizeHeading(heading.replaceAll(/[([{].*?[)\]}]/g, "")),
];

/** The first column, by the order of the names, and by what stands outside of brackets only where nothing else fits. */
export function findColumn(headings: string[], names: readonly string[]): number | undefined {
  const readings = headings.map(readingsOf);
  for (const reading of [0, 1]) {
    for (const name of names.map(normalizeHeading)) {
      const column = readings.findIndex((each) => each[reading] === name);
      if (column !== -1) return column;
    }
  }
  return undefined;
}
