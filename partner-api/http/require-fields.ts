import { ZodArray, ZodObject, type ZodType, ZodUnion } from "zod";
import { Invalid } from "@/lib/core/errors";
import { namesIn } from "./paging";

/**
 * @param list the schema of a list's answer
 * @throws Invalid when `fields` names one that the records of the list do not have
 */
export function requireFields(list: ZodType, fields: string | undefined): void {
  const names = namesIn(fields);
  if (!names) return;
  const known = fieldNamesOf(list);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Invalid({ fields: `unknownField:${unknown.join(", ")}` });
}

function fieldNamesOf(schema: unknown): string[] {
  if (schema instanceof ZodArray) return fieldNamesOf(schema.element);
  if (schema instanceof ZodUnion) return schema.options.flatMap(fieldNamesOf);
  return schema instanceof ZodObject ? Object.keys(schema.shape) : [];
}
