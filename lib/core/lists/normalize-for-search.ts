/** Letters and signs that Unicode does not decompose, in the order of `normalize_for_search` in db/functions. */
const signs =
  "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u2032\u2035\u2010\u2012\u2013\u2014\u2015\u2212\u2043\u02d7\u2044\u1680\u2028\u2029đĐðÐłŁøØıħĦŧŦŋŊĸƀɨʉƒǥǤȼȻ";
const plainSigns = "''''''''''''''--------/   ddddllooihhttnnkbiufggcc";
const ligatures: Record<string, string> = { ß: "ss", ẞ: "ss", æ: "ae", Æ: "ae", œ: "oe" };
Object.assign(ligatures, { Œ: "oe", þ: "th", Þ: "th", ς: "σ" });

const plainOf = new Map([
  ...[...signs].map((sign, at) => [sign, plainSigns.charAt(at)] as const),
  ...Object.entries(ligatures),
]);

/**
 * A text without case, accents, kinds of apostrophes, hyphens and spaces, and invisible signs: exactly what
 * `normalize_for_search` makes of it in the database.
 */
export function normalizeForSearch(text: string): string {
  return text
    .replace(/[`´]/g, "'")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[^\n -~]/g, (sign) => plainOf.get(sign) ?? sign)
    .toLowerCase()
    .replace(/ς/g, "σ");
}

/**
 * The one spelling of what people spell in several ways, of a normalized text: exactly what `common_spelling`
 * makes of it in the database. Streets are repeated in two words.
 */
export function commonSpelling(normalized: string): string {
  return normalized
    .replace(/([a-z0-9])['-]+(?=[a-z0-9])/g, "$1")
    .replace(/([aou])e/g, "$1")
    .replace(/aa/g, "a")
    .replace(/dj/g, "d")
    .replace(/(?<![a-z0-9])str(?![a-z0-9])/g, "strasse")
    .replace(/([a-z]{2,})str(?:asse)?(?![a-z0-9])/g, "$1strasse $1 strasse");
}
