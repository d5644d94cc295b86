import { type FileRecord, splitRecords } from "./split-records";
import { type Separator, separatorNames, separators } from "./table-reading";

const MAX_SAMPLED_RECORDS = 500;
const MAX_SAMPLED_CHARACTERS = 400_000;
/** Titles, dates and empty lines above the headings are not more than that. */
const MAX_LINES_ABOVE_HEADINGS = 30;

/** A first line that tells Excel the separator. */
export const separatorLine = /^\ufeff?"?sep=(.)"?;*\n/i;

/**
 * Finds the separator that cuts most rows into the same number of cells, and into many. The first line may name it.
 */
export function detectSeparator(text: string): Separator {
  const named = separatorLine.exec(text)?.[1];
  const byName = separatorNames.find((name) => separators[name] === named);
  if (byName) return byName;
  const sample = text.slice(0, MAX_SAMPLED_CHARACTERS);
  const scores = separatorNames.map((separator) => {
    const records = splitRecords(sample, separator, {
      maxRecords: MAX_SAMPLED_RECORDS,
      isPart: true,
    });
    const { width, count } = commonWidth(records);
    return {
      separator,
      score: records.length > 0 ? (count / records.length) * Math.log2(width) : 0,
    };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

/** The number of cells that most rows have, of two numbers the larger, and how many rows have it. */
export function commonWidth(records: FileRecord[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce(
    (best, [width, count]) =>
      count > best.count || (count === best.count && width > best.width) ? { width, count } : best,
    { width: 1, count: 0 },
  );
}

/** An address, a number, a date or an amount: what a row has and a heading has not. */
const data = /@|^[+\d][\d\s./:,()-]*$|^\d{4}-\d\d-\d\d/;

const filled = (cells: string[]) => cells.filter((cell) => cell.trim() !== "");

/**
 * Finds the line of the headings: the one with the most headings that are known, else the first that fills its
 * columns and holds no data.
 * @returns 0 when the file begins with data
 */
export function detectHeadingLine(
  records: FileRecord[],
  isKnownHeading: (cell: string) => boolean,
): number {
  const { width } = commonWidth(records.slice(0, MAX_SAMPLED_RECORDS));
  const candidates = records
    .slice(0, MAX_LINES_ABOVE_HEADINGS)
    .filter(({ cells }) => filled(cells).length >= width / 2);
  const known = candidates.map(({ line, cells }) => ({
    line,
    count: cells.filter(isKnownHeading).length,
  }));
  const best = known.reduce((first, next) => (next.count > first.count ? next : first), {
    line: 0,
    count: 0,
  });
  if (best.count > 0) return best.line;
  const [first] = candidates;
  return first && !filled(first.cells).some((cell) => data.test(cell.trim())) ? first.line : 0;
}
