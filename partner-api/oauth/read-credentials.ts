import type { Context } from "hono";
import { readClientIdentifier } from "@/lib/identity/api-credentials/authenticate-api-client";

/** A client's credentials and the parameters that came with them. */
export type Credentials = {
  organizationId: string;
  id: string;
  secret: string;
  parameters: Record<string, string>;
};

/**
 * What a request to the token endpoint says: a form or JSON, with the client in the Authorization header or in
 * the body (RFC 6749, 2.3.1).
 * @returns why it cannot be read, in the words of RFC 6749, 5.2
 */
export async function readCredentials(
  context: Context,
): Promise<Credentials | "invalid_request" | "invalid_client"> {
  const parameters = await readParameters(context);
  if (!parameters) return "invalid_request";
  const header = context.req.header("authorization");
  const basic = header === undefined ? undefined : readBasic(header);
  if (header !== undefined && !basic) return "invalid_client";
  // Two ways of naming oneself at once are refused (RFC 6749, 2.3).
  if (basic && parameters.client_secret !== undefined) return "invalid_request";
  const [identifier, secret] = basic ?? [parameters.client_id, parameters.client_secret];
  const client = identifier && readClientIdentifier(identifier);
  if (!client || !secret) return "invalid_client";
  return { ...client, secret, parameters };
}

async function readParameters(context: Context): Promise<Record<string, string> | undefined> {
  const raw = await context.req.text();
  if (raw.length > 8000) return undefined;
  const type = context.req.header("content-type");
  if (type && /^application\/json\b/i.test(type)) return readJson(raw);
  const form = new URLSearchParams(raw);
  // A parameter that comes twice makes a request invalid (RFC 6749, 3.2).
  const isTwice = [...new Set(form.keys())].some((name) => form.getAll(name).length > 1);
  return isTwice ? undefined : Object.fromEntries(form);
}

function readJson(raw: string): Record<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== "object" || value === null) return undefined;
    const entries: [string, unknown][] = Object.entries(value);
    const texts = entries.filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    return texts.length === entries.length ? Object.fromEntries(texts) : undefined;
  } catch {
    return undefined;
  }
}

/** Identifier and secret are form-encoded before they are joined; ours look the same either way. */
function readBasic(header: string): [string, string] | undefined {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(header) ?? [];
  if (!encoded) return undefined;
  const [, identifier, secret] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, "base64").toString("utf8")) ?? [];
  if (identifier === undefined || secret === undefined) return undefined;
  try {
    return [decodeURIComponent(identifier), decodeURIComponent(secret)];
  } catch {
    return undefined;
  }
}
