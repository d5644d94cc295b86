import type { z } from "zod";
import { type FieldProblems, Invalid } from "../errors";
import "./problems";

/** @throws Invalid naming each field at fault, the first problem of each */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: FieldProblems = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new Invalid(fields);
}
