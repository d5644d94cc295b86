import { mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createClient as generateClient } from "@hey-api/openapi-ts";
import { type ServerType, serve } from "@hono/node-server";
import openapiTypescript, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { callingOrganization } from "@/testing/calling-organization";
import { partnerApi } from "./app";
import { basePath } from "./base";
import { openApiDocument } from "./open-api-document";

const api = callingOrganization();
const folder = path.resolve(".wattdesk/test/generated-clients");

let server: ServerType;
let baseUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server = serve({ fetch: partnerApi().fetch, port: 0 }, (address: AddressInfo) => {
      baseUrl = `http://localhost:${address.port}${basePath}`;
      resolve();
    });
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Settings = { baseUrl: string; token: string; organizationId: string };

/** What a customer's record goes through, written with a generated client. */
type Journey = (settings: Settings) => Promise<{
  created: { email: string | null; zip_code: string | null };
  stale: { status: number; code: string | undefined };
  listed: number;
  lines: string;
  afterwards: number;
}>;

const withOpenApiFetch = `
import createClient from "openapi-fetch";
import type { paths } from "./types";

export async function journey({ baseUrl, token, organizationId }: { baseUrl: string; token: string; organizationId: string }) {
  const api = createClient<paths>({ baseUrl, headers: { authorization: \`Bearer \${token}\` } });
  const inOrganization = { org_id: organizationId };
  const made = await api.POST("/org/{org_id}/users", {
    params: { path: inOrganization, header: { "Idempotency-Key": "first" } },
    body: { role: "user", email: "maria@home.example", zip_code: 6020 },
  });
  const created = made.data!;
  const role: "admin" | "staff" | "user" = created.role;
  const path = { ...inOrganization, user_id: created.id };
  // @ts-expect-error There is no such role.
  void (() => api.POST("/org/{org_id}/users", { params: { path: inOrganization }, body: { role: "boss", email: "a@b.at" } }));
  // @ts-expect-error An address is asked for.
  void (() => api.POST("/org/{org_id}/users", { params: { path: inOrganization }, body: { role } }));
  const version = made.response.headers.get("etag") ?? "";
  await api.PUT("/org/{org_id}/users/{user_id}", {
    params: { path, header: { "If-Match": version } },
    body: { town: "Innsbruck" },
  });
  const stale = await api.DELETE("/org/{org_id}/users/{user_id}", {
    params: { path, header: { "If-Match": version } },
  });
  const code: string | undefined = stale.error?.code;
  const pumps = await api.GET("/org/{org_id}/users/{user_id}/heat-pumps", {
    params: { path, query: { limit: 10, include_deleted: "true" } },
  });
  void (() => {
    const temperature: number | null = pumps.data![0]!.outdoor_temperature;
    // @ts-expect-error A heat pump has no battery.
    pumps.data![0]!.battery_level;
    return temperature;
  });
  const users = await api.GET("/org/{org_id}/users", { params: { path: inOrganization, query: { role: "user" } } });
  const lines = await api.GET("/org/{org_id}/exports/users", { params: { path: inOrganization }, parseAs: "text" });
  const text: string = lines.data!;
  await api.DELETE("/org/{org_id}/users/{user_id}", { params: { path } });
  const gone = await api.GET("/org/{org_id}/users/{user_id}", { params: { path } });
  return {
    created,
    stale: { status: stale.response.status, code },
    listed: users.data!.length,
    lines: text,
    afterwards: gone.response.status,
  };
}
`;

const withHeyApi = `
import { createClient } from "./hey-api/client";
import { createUser, deleteUser, exportUsers, getUser, listUsers, updateUser } from "./hey-api/sdk.gen";

export async function journey({ baseUrl, token, organizationId }: { baseUrl: string; token: string; organizationId: string }) {
  const client = createClient({ baseUrl, auth: token });
  const inOrganization = { org_id: organizationId };
  const made = await createUser({
    client,
    path: inOrganization,
    headers: { "Idempotency-Key": "first" },
    body: { role: "user", email: "maria@home.example", zip_code: 6020 },
  });
  const created = made.data!;
  const path = { ...inOrganization, user_id: created.id };
  const version = made.response.headers.get("etag") ?? "";
  await updateUser({ client, path, headers: { "If-Match": version }, body: { town: "Innsbruck" } });
  const stale = await deleteUser({ client, path, headers: { "If-Match": version } });
  const code: string | undefined = stale.error?.code;
  const users = await listUsers({ client, path: inOrganization, query: { role: "user" } });
  const lines = await exportUsers({ client, path: inOrganization, parseAs: "text" });
  const text: string = lines.data!;
  await deleteUser({ client, path });
  const gone = await getUser({ client, path });
  return {
    created,
    stale: { status: stale.response.status, code },
    listed: users.data!.length,
    lines: text,
    afterwards: gone.response.status,
  };
}
`;

/** What a generator gets: a copy, since some resolve what they are handed in place. */
const documentCopy = () => JSON.parse(JSON.stringify(openApiDocument()));

const clients = {
  "openapi-typescript": async () => {
    const types = astToString(await openapiTypescript(JSON.stringify(openApiDocument())));
    writeFileSync(path.join(folder, "types.d.ts"), types);
    return { file: "openapi-fetch.ts", source: withOpenApiFetch };
  },
  "@hey-api/openapi-ts": async () => {
    await generateClient({
      input: documentCopy(),
      output: path.join(folder, "hey-api"),
      plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
      logs: { level: "silent" },
    });
    return { file: "hey-api.ts", source: withHeyApi };
  },
};

it.each(Object.entries(clients))(
  "a client made by %s compiles and creates, changes, lists and deletes a customer",
  async (_, generate) => {
    mkdirSync(folder, { recursive: true });
    const { file, source } = await generate();
    const program = path.join(folder, file);
    writeFileSync(program, source);
    expect(faultsOf(program)).toEqual([]);
    const { journey }: { journey: Journey } = await import(/* @vite-ignore */ program);
    const { id: organizationId } = api.organization;
    const result = await journey({ baseUrl, token: api.token, organizationId });
    expect(result).toMatchObject({
      created: { email: "maria@home.example", zip_code: "6020" },
      stale: { status: 412, code: "precondition_failed" },
      listed: 3,
      afterwards: 404,
    });
    const lines = result.lines.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).email)).toContain("maria@home.example");
  },
  90_000,
);

/** What the compiler finds in a program that uses generated code. */
function faultsOf(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
