/**
 * Splits a migration into its statements for db/migration-rules.ts: lower case, without comments, quotation marks of
 * names, the schema `public` and bodies of functions. Each action of an ALTER TABLE counts as one statement.
 */
export function listStatements(migration: string): string[] {
  return migration
    .replace(/--.*$/gm, "")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\bcreate (?:or replace )?function\b[\s\S]*?\$(\w*)\$[\s\S]*?\$\1\$/gi, "")
    .toLowerCase()
    .replace(/"/g, "")
    .replace(/\bpublic\./g, "")
    .replace(/\bif (?:not )?exists\b/g, "")
    .replace(/\s+/g, " ")
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "")
    .flatMap(splitActions);
}

function splitActions(statement: string): string[] {
  const match = /^(.*\balter table (?:only )?\w+ )(.*)$/.exec(statement);
  if (!match) return [statement];
  const [, start = "", actions = ""] = match;
  return splitAtCommas(actions).map((action) => start.replace("only ", "") + action.trim());
}

/** Splits at the commas that stand outside of parentheses and strings. */
function splitAtCommas(text: string): string[] {
  const parts = [""];
  let depth = 0;
  let isQuoted = false;
  for (const character of text) {
    if (character === "'") isQuoted = !isQuoted;
    if (!isQuoted && character === "(") depth++;
    if (!isQuoted && character === ")") depth--;
    if (character === "," && depth === 0 && !isQuoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
