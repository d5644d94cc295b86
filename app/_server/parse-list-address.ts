import "server-only";
import { type ListParameters, readParameters } from "@/lib/core/lists/list-address";
import { parseInput } from "@/lib/core/validation/parse-input";
import type { z } from "@/lib/core/validation/problems";
import { withErrorPages } from "./with-error-pages";

/** The address of a list: as it is written, and what it asks for. */
export type ListAddress<Input> = { parameters: ListParameters; input: Input };

export type ListPageProps = {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/**
 * Parses the address of a list, once for its page.
 * @param multiple names of parameters that may have several values
 */
export async function parseListAddress<Schema extends z.ZodType>(
  schema: Schema,
  { searchParams }: ListPageProps,
  multiple: readonly string[] = [],
): Promise<ListAddress<z.output<Schema>>> {
  const parameters = readParameters(await searchParams, multiple);
  return { parameters, input: await withErrorPages(async () => parseInput(schema, parameters)) };
}
