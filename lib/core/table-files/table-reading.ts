/** How the bytes of a text file stand for characters. The last two are never guessed, a person chooses them. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "macroman",
  "cp850",
  "iso-8859-15",
  "windows-1250",
] as const;
export type Encoding = (typeof encodings)[number];

/** What stands between the cells of a row. */
export const separators = { semicolon: ";", comma: ",", tab: "\t", pipe: "|" } as const;
export type Separator = keyof typeof separators;
/** The rarer a separator is in ordinary text, the earlier. */
export const separatorNames = ["semicolon", "tab", "pipe", "comma"] as const;

/** How a file of rows is read. */
export type TableReading = {
  encoding: Encoding;
  separator: Separator;
  /** The line of the headings, counted from 1; 0 when there are none. */
  headingLine: number;
};

/** A row of a file with what is wrong or doubtful about it, before anybody asks what its cells mean. */
export type TableRow = {
  /** The line of the file on which it begins. */
  line: number;
  cells: string[];
  /** Why the row cannot be taken, as a key of the `problems` messages. */
  problem?: string;
  /** What is doubtful, by the number of the column. */
  warnings?: Record<number, string>;
};

export type Table = TableReading & { headings: string[]; rows: TableRow[] };
