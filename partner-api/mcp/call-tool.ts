import type { CallToolResult } from "@modelcontextprotocol/server";
import { log } from "@/lib/core/log";
import { basePath } from "../base";
import { HttpProblem, invalid, problemResponse, problemSchema } from "../http/problem";
import { parseSent } from "../http/read-request";
import { internalError } from "../http/serve-operation";
import { limitQuery, type Tool } from "./tools";

/** Some 25,000 tokens: clients of assistants cut off what is longer. */
const MAX_ANSWER_CHARACTERS = 100_000;

type Arguments = Record<string, unknown>;

export type ToolCall = {
  organizationId: string;
  requestId: string;
  /** The request with which the assistant called. */
  received: Request;
  /** Has the API answer a request of the tool's operation. */
  dispatch(request: Request): Promise<Response>;
};

/**
 * Calls a tool's operation as a client of the API would, with the assistant's token: the same rights, checks, limits,
 * log and audit apply.
 */
export async function callTool(
  tool: Tool,
  sent: Arguments,
  call: ToolCall,
): Promise<CallToolResult> {
  return toResult(await answer(tool, sent, call));
}

async function answer(tool: Tool, sent: Arguments, call: ToolCall): Promise<Response> {
  const { requestId } = call;
  let request: Request;
  try {
    request = toRequest(tool, sent, call);
  } catch (error) {
    if (error instanceof HttpProblem) return problemResponse(error.problem, requestId);
    log.error({ requestId, tool: tool.listed.name, err: error }, "a tool call failed");
    return internalError(requestId);
  }
  return call.dispatch(request);
}

/** @throws HttpProblem 422 */
function toRequest(tool: Tool, sent: Arguments, { organizationId, received }: ToolCall): Request {
  const { operation } = tool;
  requireKnown(tool, sent);
  // A part of the path that is no id could lead to another address.
  const params = operation.params ? parseSent(operation.params, pick(sent, tool.params)) : {};
  const parts: Arguments = { ...params, org_id: organizationId };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));
  const url = new URL(`${basePath}${path}`, received.url);
  const query = { ...pick(sent, tool.query), ...(tool.isLimited && parseSent(limitQuery, sent)) };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, toText(value));
  const headers = new Headers();
  for (const name of ["authorization", "host", "x-forwarded-for"]) {
    const value = received.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const method = operation.method.toUpperCase();
  if (tool.body.length === 0) return new Request(url, { method, headers });
  headers.set("content-type", "application/json");
  return new Request(url, { method, headers, body: JSON.stringify(pick(sent, tool.body)) });
}

/** A filter that is misspelt would otherwise have everything listed. @throws HttpProblem 422 */
function requireKnown({ params, query, body }: Tool, sent: Arguments): void {
  const known = [...params, ...query, ...body];
  const unknown = Object.keys(sent).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new HttpProblem(
    invalid(Object.fromEntries(unknown.map((name) => [name, `unknownField:${name}`]))),
  );
}

const pick = (sent: Arguments, names: string[]): Arguments =>
  Object.fromEntries(
    names.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
  );

const toText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

async function toResult(response: Response): Promise<CallToolResult> {
  const text = await response.text();
  if (!response.ok) return toError(describeRefusal(text, response.headers));
  if (text.length > MAX_ANSWER_CHARACTERS) {
    return toError(
      `The answer has ${text.length} characters, more than the ${MAX_ANSWER_CHARACTERS} that a tool gives. Ask for fewer records with limit, fewer fields with fields, a shorter time or longer periods.`,
    );
  }
  const given = JSON.parse(text);
  const structuredContent = Array.isArray(given)
    ? { items: given, next_cursor: response.headers.get("next-cursor") }
    : given;
  return {
    structuredContent,
    content: [{ type: "text", text: JSON.stringify(structuredContent) }],
  };
}

const toError = (text: string): CallToolResult => ({
  isError: true,
  content: [{ type: "text", text }],
});

/** A problem in words: an assistant reads no headers. */
function describeRefusal(body: string, headers: Headers): string {
  const { code, title, detail, errors = [] } = problemSchema.parse(JSON.parse(body));
  const scope = /scope="(.+?)"/.exec(headers.get("www-authenticate") ?? "")?.[1];
  const wait = headers.get("retry-after");
  return [
    `${title} (${code})`,
    detail !== title && detail,
    ...errors.map((error) => `${error.pointer}: ${error.detail}`),
    scope && `The token needs the scope ${scope}.`,
    wait && `Try again in ${wait} seconds.`,
  ]
    .filter(Boolean)
    .join("\n");
}
