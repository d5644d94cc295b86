import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { json, record, string, toJSONSchema, type ZodObject, type ZodRawShape } from "zod";
import type { Actor } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { z } from "@/lib/core/validation/problems";
import type { Operation } from "../operation";
import { operations } from "../operations";
import { type SafeWrite, safeWrites } from "./safe-writes";

const MAX_RECORDS = 100;
const DEFAULT_RECORDS = 25;

/** In place of an operation's own `limit`: whole lists are too long for an assistant. */
export const limitQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_RECORDS)
    .default(DEFAULT_RECORDS)
    .meta({ description: "How many records come at most." }),
});

/** An operation as a tool. Its arguments are the parts of the operation's path, query and body. */
export type Tool = {
  operation: Operation;
  /** The names of the arguments, by where the operation takes them. */
  params: string[];
  query: string[];
  body: string[];
  /** Whether it takes a number of records. */
  isLimited: boolean;
  listed: ListedTool;
};

/** Whether it is read as JSON; exports are streams of any length. */
const isRead = ({ method, answer, mediaType }: Operation) =>
  method === "get" && answer !== undefined && mediaType === undefined;

const toShape = (schema: ZodObject | undefined) => ({ ...schema?.shape });

function toTool(operation: Operation): Tool {
  const params = toShape(operation.params);
  const asked = toShape(operation.query);
  const isLimited = "limit" in asked;
  const query = isLimited ? { ...asked, ...limitQuery.shape } : asked;
  const write = safeWrites.get(operation.id);
  const body: ZodRawShape = write
    ? Object.fromEntries(write.fields.map((field) => [field, operation.body.shape[field]]))
    : {};
  return {
    operation,
    params: Object.keys(params),
    query: Object.keys(query),
    body: Object.keys(body),
    isLimited,
    listed: {
      name: operation.id,
      title: write?.summary ?? operation.summary,
      description: toDescription(operation, write),
      inputSchema: toInputSchema({ ...params, ...query, ...body }),
      annotations: {
        readOnlyHint: !write,
        destructiveHint: write?.replacesValues ?? false,
        idempotentHint: true,
      },
    },
  };
}

function toDescription({ tag, isPaged, ...operation }: Operation, write?: SafeWrite): string {
  const { summary, description } = write ?? operation;
  const paging = isPaged && "For the next page, send `next_cursor` of the answer as `cursor`.";
  return [`${tag}: ${summary}.`, description, paging].filter(Boolean).join(" ");
}

function toInputSchema(shape: ZodRawShape): ListedTool["inputSchema"] {
  const { properties = {}, required } = toJSONSchema(z.object(shape), {
    io: "input",
    // The format says the same in a word; patterns of dates alone would double the list.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  });
  return {
    type: "object",
    properties: record(string(), json()).parse(properties),
    ...(required && { required }),
    additionalProperties: false,
  };
}

/** Every tool there is, by its name, which is the operation's. */
export const tools: ReadonlyMap<string, Tool> = new Map(
  operations
    .filter((operation) => isRead(operation) || safeWrites.has(operation.id))
    .map((operation) => [operation.id, toTool(operation)]),
);

/** The tools that an actor's role and token can do something with; each call is checked by its operation. */
export function listToolsFor(actor: Actor): ListedTool[] {
  return [...tools.values()]
    .filter(({ operation: { needs } }) =>
      needs.some(([action, resource]) => may(actor, action, resource)),
    )
    .map(({ listed }) => listed);
}
