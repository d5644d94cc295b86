import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

type FormSchema = z.ZodType<FieldValues, FieldValues>;

/** A schema, or what fetches it: a page's small forms need not load zod before anybody uses them. */
export type SchemaSource = FormSchema | (() => Promise<FormSchema>);

/** Fetches what a form is checked with, ahead of its being sent. What fails here is tried again then. */
export function loadChecking(source: SchemaSource): void {
  checkingOf(source).catch(() => undefined);
}

async function checkingOf(source: SchemaSource) {
  const [{ zodResolver }, schema] = await Promise.all([
    import("@hookform/resolvers/zod"),
    typeof source === "function" ? source() : source,
  ]);
  return zodResolver(schema);
}

/**
 * Checks a form's values by a schema. Where there is none, or it cannot be fetched, the server's own check has to
 * do: each try then begins without what an earlier one was refused for.
 */
export function resolverOf(source: SchemaSource | undefined): Resolver<FieldValues> {
  return async (values, context, options) => {
    const checking = source && (await checkingOf(source).catch(() => undefined));
    return checking ? checking(values, context, options) : { values, errors: {} };
  };
}
