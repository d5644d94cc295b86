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

/** What address books add to their headings: `Straße privat`, `Business Phone`. */
const atHome = /(?<!\p{L})(privat|private|home)(?!\p{L})/giu;
const atWork = /(?<!\p{L})(geschäftlich|dienstlich|business|work)(?!\p{L})/giu;

/**
 * A heading as it may be known: as it is, without what stands in brackets, as in `E-Mail (privat)`, and without the
 * word for home or for work.
 */
export const readingsOf = (heading: string): string[] =>
  [
    heading,
    heading.replaceAll(/[([{].*?[)\]}]/g, ""),
    heading.replaceAll(atHome, ""),
    heading.replaceAll(atWork, ""),
  ].map(normalizeHeading);

/** The first column, by the order of the names, and by shorter readings only where nothing else fits. */
export function findColumn(headings: string[], names: readonly string[]): number | undefined {
  const readings = headings.map(readingsOf);
  for (const reading of readingsOf("").keys()) {
    for (const name of names.map(normalizeHeading)) {
      const column = readings.findIndex((each) => each[reading] === name);
      if (column !== -1) return column;
    }
  }
  return undefined;
}
