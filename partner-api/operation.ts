import type { z } from "zod";
import type { Actor } from "@/lib/core/access/actor";
import type { Action, Resource } from "@/lib/core/access/matrix";
import type { ExpectedVersions } from "./http/conditional";

export type Need = readonly [Action, Resource];

/** What a client can be told beside an operation's own answer, by status. */
type Refusal = 400 | 404 | 409 | 412 | 413 | 415 | 422;

type Call<Params, Query, Body, Headers> = {
  actor: Actor;
  /** The parts of the path, but for the organization, which is the actor's own. */
  params: Params;
  query: Query;
  body: Body;
  headers: Headers;
  expected: ExpectedVersions;
  /** The path and query of the request, for links to other pages of a list. */
  url: URL;
  setHeader(name: string, value: string): void;
};

type Parts<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Headers extends z.ZodType,
> = {
  /** The name by which documents, generated clients and tests know it. */
  id: string;
  method: "get" | "post" | "put" | "delete";
  /** Below the base, with its parameters in braces. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** The rights that it takes; of several, the one for the role in question. */
  needs: readonly Need[];
  params?: Params;
  query?: Query;
  body?: Body;
  /** Headers of this operation alone, by their names in lower case. */
  headers?: Headers;
  /** Of the answer with status 200; without one the answer is an empty 204. */
  answer?: Answer;
  /** For what is not JSON. */
  mediaType?: string;
  /** Whether the answer carries the record's version as its ETag, or a write may name one. */
  isVersioned?: boolean;
  /** Whether the answer is a page of a list, with a link to the next. */
  isPaged?: boolean;
  refuses?: readonly Refusal[];
  /** Answered to callers with the secret of the address, without a token: `needs` is empty then. */
  opensBySecret?: boolean;
};

// Variance: operations of all shapes stand in one list, and each is only ever called through its own schemas.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Operation = Parts<any, any, any, any, any> & { handle(call: any): Promise<unknown> };

/** Describes one operation of the API: what serves it, documents it and tests it. */
export function operation<
  Params extends z.ZodType = z.ZodObject<Record<string, never>>,
  Query extends z.ZodType = z.ZodObject<Record<string, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
  Headers extends z.ZodType = z.ZodObject<Record<string, never>>,
>(
  definition: Parts<Params, Query, Body, Answer, Headers> & {
    handle(
      call: Call<z.output<Params>, z.output<Query>, z.output<Body>, z.output<Headers>>,
    ): Promise<z.input<Answer> | Response>;
  },
): Operation {
  return definition;
}
