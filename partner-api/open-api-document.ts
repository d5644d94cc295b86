import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { allScopes } from "@/lib/core/access/scopes";
import { z } from "@/lib/core/validation/problems";
import { type WebhookEvent, webhookEvents } from "@/lib/platform/webhooks/webhook-events";
import { basePath, tokenPath } from "./base";
import { linesMediaType } from "./http/lines";
import { problemSchema } from "./http/problem";
import { requiredScopes, roleScopesOf } from "./needs";
import type { Operation } from "./operation";
import { operations } from "./operations";
import { eventName, messageSchemas, webhookMessages } from "./webhooks/webhook-messages";

const words: Record<number, string> = {
  400: "The body is no JSON.",
  401: "No valid token.",
  403: "The role has no such right, or the token no such scope.",
  404: "There is no such thing, or it is none of the caller's business.",
  409: "The state of things forbids it.",
  412: "The record has another version than If-Match names.",
  413: "The body is larger than four megabytes.",
  415: "The body is not JSON.",
  422: "Something in the request is not right; `errors` names each field.",
  429: "Too many requests.",
  500: "Something went wrong on our side.",
  503: "Temporarily unavailable: wait as long as Retry-After says.",
};

/** The statuses that an operation can refuse with. */
export function refusalsOf(operation: Operation): number[] {
  const { method, body, query, isVersioned, refuses = [] } = operation;
  const all = operation.opensBySecret
    ? [404, 429, 500, 503, ...refuses]
    : [401, 403, 404, 429, 500, 503, ...refuses];
  if (body) all.push(400, 413, 415, 422);
  if (query) all.push(422);
  if (method === "post") all.push(409, 422);
  if (isVersioned && (method === "put" || method === "delete")) all.push(412);
  return [...new Set(all)].sort((one, other) => one - other);
}

const rateHeaders = z.object({
  "RateLimit-Policy": z.string().optional(),
  RateLimit: z.string().optional(),
});

function responsesOf(operation: Operation): ZodOpenApiOperationObject["responses"] {
  const { answer, mediaType = "application/json", isVersioned, isPaged } = operation;
  const headers = z.object({
    ...rateHeaders.shape,
    ...(isVersioned && { ETag: z.string().meta({ description: "The record's version." }) }),
    ...(isPaged && {
      Link: z.string().optional().meta({ description: "The pages beside this one (RFC 8288)." }),
      "Next-Cursor": z.string().optional(),
    }),
  });
  const success = answer
    ? { "200": { description: "Done.", headers, content: { [mediaType]: contentOf(operation) } } }
    : { "204": { description: "Done.", headers: rateHeaders } };
  const refusals = refusalsOf(operation).map((status) => [
    String(status),
    {
      description: words[status] ?? "Refused.",
      content: { "application/problem+json": { schema: problemSchema } },
    },
  ]);
  const unchanged = isVersioned &&
    operation.method === "get" && { "304": { description: "If-None-Match names its version." } };
  return { ...success, ...unchanged, ...Object.fromEntries(refusals) };
}

/** A media type of lines has no schema as a whole in OpenAPI 3.1: it is text, each line of which has one. */
function contentOf({ answer, mediaType }: Operation) {
  if (mediaType !== linesMediaType) return { schema: answer };
  const { id } = answer.meta() ?? {};
  return {
    schema: z.string().meta({ description: `JSON objects, one a line: each a ${id}.` }),
    "x-itemSchema": { $ref: `#/components/schemas/${id}` },
  };
}

function headersOf({ method, isVersioned, headers }: Operation): z.ZodObject | undefined {
  if (headers) return headers;
  if (method === "post") {
    return z.object({
      "Idempotency-Key": z
        .string()
        .max(255)
        .optional()
        .meta({ description: "With the same key, a call that is sent again does nothing twice." }),
    });
  }
  if (!isVersioned) return undefined;
  if (method === "get") {
    return z.object({
      "If-None-Match": z
        .string()
        .optional()
        .meta({ description: "ETags that are known: the answer is 304 while one is right." }),
    });
  }
  if (method === "put" || method === "delete") {
    return z.object({
      "If-Match": z
        .string()
        .optional()
        .meta({ description: "The ETag of the record that this was decided on, or several." }),
    });
  }
  return undefined;
}

function described(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, params, query, body } = operation;
  const path = z.object({
    ...(operation.path.includes("{org_id}") && { org_id: z.uuid() }),
    ...params?.shape,
  });
  const scopes = requiredScopes(operation);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    // None at all is said by an empty list; what the secret opens stands in the operation's words.
    security: scopes.map((scope) => ({ oauth2: [scope] })),
    requestParams: {
      ...(operation.path.includes("{") && { path }),
      ...(query && { query }),
      ...(headersOf(operation) && { header: headersOf(operation) }),
    },
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: body } } },
    }),
    responses: responsesOf(operation),
    "x-permissions": {
      needs: operation.needs.map(([action, resource]) => `${action} ${resource}`),
      roles: Object.fromEntries(roleScopesOf(operation).map(({ role, scope }) => [role, scope])),
    },
  };
}

let made: ReturnType<typeof createDocument> | undefined;

/** The description of the API (OpenAPI 3.1), made from the schemas that check its requests. */
export function openApiDocument() {
  made ??= makeDocument();
  return made;
}

function makeDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Wattdesk Partner API",
      version: "2.0.0",
      description:
        "What a utility's team does in the portal, for its systems: with the same rights.",
    },
    servers: [{ url: basePath }],
    paths,
    webhooks: Object.fromEntries(
      webhookEvents.map((event) => [event, { post: describedMessage(event) }]),
    ),
    components: {
      securitySchemes: {
        oauth2: {
          type: "oauth2",
          flows: {
            clientCredentials: {
              tokenUrl: `${tokenPath}/`,
              scopes: Object.fromEntries(allScopes.map((scope) => [scope, scopeWords(scope)])),
            },
          },
        },
      },
    },
  });
}

const messageHeaders = z.object({
  "webhook-id": z.string().meta({ description: "The same each time a message is sent." }),
  "webhook-timestamp": z.string().meta({ description: "Of this attempt, in Unix seconds." }),
  "webhook-signature": z.string().meta({ description: "By the Standard Webhooks scheme." }),
});

function describedMessage(event: WebhookEvent): ZodOpenApiOperationObject {
  const schema = messageSchemas.get(event);
  return {
    operationId: `on${eventName(event)}`,
    tags: ["Webhooks"],
    summary: webhookMessages[event].summary,
    security: [],
    requestParams: { header: messageHeaders },
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: { "2XX": { description: "The message was accepted; otherwise it is sent again." } },
  };
}

function scopeWords(scope: string): string {
  const [area = "", access] = scope.split(":");
  return `${access === "write" ? "Read and write" : "Read"} what belongs to ${area}.`;
}
