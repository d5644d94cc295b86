import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as EarlierClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as EarlierTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { z } from "zod";
import { organizations } from "../db/schema";
import { partnerApi } from "../partner-api/app";
import { mcpPath } from "../partner-api/base";
import { requestApi } from "./call-api";
import type { ownerConnection, TestOrganization } from "./organization";

/** The generations of the protocol, each spoken by a client of the SDK's of its time. */
export const generations = ["2025-11-25", "2026-07-28"] as const;
type Generation = (typeof generations)[number];

const resultSchema = z.object({
  isError: z.boolean().default(false),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  content: z.array(z.object({ type: z.literal("text"), text: z.string() })),
});

const toResult = (sent: unknown) => {
  const result = resultSchema.parse(sent);
  return { ...result, text: result.content.map(({ text }) => text).join("\n") };
};

const answerSchema = z.object({ result: z.unknown() });

/** Posts a message without a network between. */
async function request(token: string, method: string, params: object): Promise<unknown> {
  const response = await requestApi(mcpPath, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/json, text/event-stream",
      "content-type": "application/json",
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  return answerSchema.parse(await response.json()).result;
}

/** Calls a tool without a network between. */
export const callTool = async (token: string, name: string, sent: Record<string, unknown>) =>
  toResult(await request(token, "tools/call", { name, arguments: sent }));

const listSchema = z.object({ tools: z.array(z.object({ name: z.string() })) });

/** The names of the tools that a token is shown. */
export const listToolNames = async (token: string) =>
  listSchema.parse(await request(token, "tools/list", {})).tools.map(({ name }) => name);

/** A served API that assistants connect to, over a port. */
export function servedAssistants() {
  const server = createServer(getRequestListener(partnerApi().fetch));
  const open: { close(): Promise<void> }[] = [];
  let address = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}${mcpPath}`;
  });
  afterAll(async () => {
    await Promise.all(open.map((client) => client.close()));
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    get address() {
      return address;
    },
    async connect(token: string, generation: Generation = "2026-07-28") {
      const url = new URL(address);
      const options = { requestInit: { headers: { authorization: `Bearer ${token}` } } };
      const client = await connectClient(url, options, generation);
      open.push(client);
      return {
        listTools: async () => (await client.listTools()).tools,
        instructions: () => client.getInstructions(),
        call: async (name: string, sent: Record<string, unknown> = {}) =>
          toResult(await client.callTool({ name, arguments: sent })),
      };
    },
  };
}

type Options = { requestInit: { headers: Record<string, string> } };

async function connectClient(url: URL, options: Options, generation: Generation) {
  const implementation = { name: "test", version: "1.0.0" };
  if (generation === "2025-11-25") {
    const client = new EarlierClient(implementation);
    await client.connect(new EarlierTransport(url, options));
    return client;
  }
  const client = new Client(implementation, { versionNegotiation: { mode: { pin: generation } } });
  await client.connect(new StreamableHTTPClientTransport(url, options));
  return client;
}

/** What an admin does in the settings. */
export async function allowAssistants(
  organization: TestOrganization,
  { tables }: ReturnType<typeof ownerConnection>,
): Promise<void> {
  await tables
    .update(organizations)
    .set({ allowsAssistants: true })
    .where(eq(organizations.id, organization.id));
}
