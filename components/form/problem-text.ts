/** Says a message of `problems`, as next-intl's translators do. */
type Translator = {
  (key: "format", values: { limit: string }): string;
  has: (key: "format") => boolean;
};

type Formatter = { number: (value: number, options: { maximumFractionDigits: number }) => string };

/** Problems whose limit is a number that people read; others name an address, a day or a serial number. */
const withNumber = new Set([
  ...["tooSmall", "tooLarge", "tooShort", "tooLong", "priceHigh", "centsMeant"],
  ...["csvTooLong", "fileTooBig", "rowLong", "rowShort", "tooManyPeriods"],
]);

/** A problem such as `tooLong:100` in the reader's language. */
export function problemText(t: Translator, format: Formatter, problem: string): string {
  const [name = "", ...rest] = problem.split(":");
  const key = name as "format";
  // What every object has is found among the messages, too.
  if (name in Object.prototype || !t.has(key)) return t("format", { limit: "" });
  const limit = rest.join(":");
  const isNumber = withNumber.has(name) && limit !== "" && !Number.isNaN(Number(limit));
  return t(key, {
    limit: isNumber ? format.number(Number(limit), { maximumFractionDigits: 6 }) : limit,
  });
}
