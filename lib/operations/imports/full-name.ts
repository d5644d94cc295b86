const company =
  /\b(GmbH|GesmbH|Ges\.?m\.?b\.?H|AG|KG|OG|OHG|GbR|e\.?U|e\.?V|UG|SE|Ltd|Verein|Gemeinde|Stadt|Genossenschaft|Stiftung)\b/i;

/** Words that begin a last name: Anna van der Berg. */
const particle = /^(von|vom|van|zu|zum|zur|de|der|den|del|della|di|da|dos|la|le|ter|ten)$/i;

const wordsOf = (name: string) => name.trim().split(/\s+/u).filter(Boolean);

/** Whether most of the names have a first name too. */
export function areFullNames(names: string[]): boolean {
  const given = names.filter((name) => name.trim() !== "");
  const full = given.filter((name) => wordsOf(name).length > 1);
  return full.length > given.length / 2;
}

/** Splits a person's whole name; a company's, and one of a single word, is a last name. */
export function splitFullName(name: string): { firstName: string; lastName: string } {
  const whole = wordsOf(name).join(" ");
  const [last = "", first = "", ...more] = whole.split(/\s*,\s*/);
  if (company.test(whole)) return { firstName: "", lastName: whole };
  if (first && more.length === 0) return { firstName: first, lastName: last };
  const words = wordsOf(whole);
  const begin = words.findIndex((word, index) => index > 0 && particle.test(word));
  const at = begin === -1 ? words.length - 1 : begin;
  return { firstName: words.slice(0, at).join(" "), lastName: words.slice(at).join(" ") };
}
