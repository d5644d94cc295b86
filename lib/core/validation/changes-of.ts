import type { ZodDefault, ZodOptional, ZodType } from "zod";

type Changeable<Schema> =
  Schema extends ZodDefault<infer Inner extends ZodType>
    ? ZodOptional<Inner>
    : Schema extends ZodType
      ? ZodOptional<Schema>
      : never;

/**
 * The shape of an update: a field that was not sent is absent from what is parsed and stays as it is stored, where
 * the shape of a new record would take its default.
 */
export function changesOf<Shape extends Record<string, ZodType>>(shape: Shape) {
  const entries = Object.entries(shape).map(([name, schema]) => [
    name,
    (isDefault(schema) ? schema.unwrap() : schema).optional(),
  ]);
  return Object.fromEntries(entries) as { [Name in keyof Shape]: Changeable<Shape[Name]> };
}

const isDefault = (schema: ZodType): schema is ZodDefault<ZodType> => schema.def.type === "default";
