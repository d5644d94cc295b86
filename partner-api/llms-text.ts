import { environment } from "@/lib/core/env";
import { basePath, mcpPath, tokenPath } from "./base";
import { problemsPath } from "./http/problem-catalogue";
import { requiredScopes } from "./needs";
import type { Operation } from "./operation";
import { operations } from "./operations";

/** The API for language models, in the form of llmstxt.org: what there is, and where each thing is described. */
export function llmsText(): string {
  const { BASE_URL } = environment();
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return `# Wattdesk Partner API 2.0

> What a utility's team does in the portal, for its systems: end-users, buildings, energy contracts and devices, with the
> same rights, checks and audit log.

- Base address: ${BASE_URL}${basePath}
- Token: POST ${BASE_URL}${tokenPath}/ with the client credentials grant, by Basic authentication. It is valid for ten
  hours and is sent as "Authorization: Bearer …".
- \`{org_id}\` is the organization of the token: other organizations are answered with 404.
- Lists are JSON arrays. They come whole, or a page at a time to those who send \`limit\` or \`cursor\`.
- PUT changes only the fields that are sent. \`If-Match\` with the ETag that was read keeps it from writing over changes of
  others.
- POST with an \`Idempotency-Key\` can be sent again within a day.

## Documents

- [OpenAPI 3.1](${BASE_URL}${basePath}/openapi.json): every operation with its schemas
- [Reference](${BASE_URL}${basePath}/docs): the same for people, with a form to try operations
- [Problems](${BASE_URL}${problemsPath}): what each code of a refusal means
- TypeScript client: the package @wattdesk/partner-api, in the folder sdk/ of the portal's repository and described in
  docs/sdk.md there. It gets tokens, retries, reads lists page by page and throws problems as typed errors.

## Tools

- Assistants call the operations that read, and a few that write, as tools: POST ${BASE_URL}${mcpPath} (Model Context
  Protocol, streamable HTTP) with a person's own token, where their organization allows it.
${tags.map((tag) => `\n## ${tag}\n\n${linesOf(tag, BASE_URL)}\n`).join("")}`;
}

const linesOf = (tag: string, baseUrl: string): string =>
  operations
    .filter((operation) => operation.tag === tag)
    .map((operation) => lineOf(operation, baseUrl))
    .join("\n");

function lineOf(operation: Operation, baseUrl: string): string {
  const { id, method, path, summary } = operation;
  const scopes = requiredScopes(operation);
  const needs = scopes.length > 0 ? ` (${scopes.join(", ")})` : "";
  return `- [${method.toUpperCase()} ${path}](${baseUrl}${basePath}/docs#${id}): ${summary}${needs}`;
}
