import type { z } from "zod";
import { type FieldProblems, Invalid } from "../errors";
import "./problems";

/** Deeper than anything that is meant; what recurses over such a value would run out of stack. */
const MAX_DEPTH = 64;

/** @throws Invalid naming each field at fault, the first problem of each */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  const fields: FieldProblems = {};
  if (parsed.success) reportUnstorableText(parsed.data, [], fields);
  else for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  if (!parsed.success || Object.keys(fields).length > 0) throw new Invalid(fields);
  return parsed.data;
}

/** Text that PostgreSQL cannot hold: with the character 0 in it, or half of a pair of surrogates. */
function reportUnstorableText(value: unknown, path: string[], fields: FieldProblems): void {
  if (typeof value === "string") {
    if (value.includes("\u0000") || !value.isWellFormed()) fields[path.join(".")] ??= "format";
    return;
  }
  const isPlain =
    Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";
  if (!isPlain || value === null) return;
  if (path.length >= MAX_DEPTH) {
    fields[path.slice(0, 1).join(".")] ??= "format";
    return;
  }
  for (const [name, part] of Object.entries(value as object)) {
    reportUnstorableText(name, [...path, name], fields);
    reportUnstorableText(part, [...path, name], fields);
  }
}
