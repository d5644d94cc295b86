import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";
import ts from "typescript";
import { expect, it } from "vitest";
import { openApiDocument } from "./open-api-document";

/** What somebody writes who has their types made from the document. */
const client = `
import createClient from "openapi-fetch";
import type { paths } from "./types";

const api = createClient<paths>({ baseUrl: "https://wattdesk.example/api/partners/v2.0" });
const path = { org_id: "o", user_id: "u" };

export async function use() {
  const made = await api.POST("/org/{org_id}/users", {
    params: { path: { org_id: "o" }, header: { "Idempotency-Key": "k" } },
    body: { role: "user", email: "maria@home.example", zip_code: 6020 },
  });
  const id: string = made.data!.id;
  const role: "admin" | "staff" | "user" = made.data!.role;
  const code: string | undefined = made.error?.code;
  // @ts-expect-error There is no such role.
  await api.POST("/org/{org_id}/users", { params: { path: { org_id: "o" } }, body: { role: "boss", email: "a@b.at" } });
  // @ts-expect-error An address is asked for.
  await api.POST("/org/{org_id}/users", { params: { path: { org_id: "o" } }, body: { role: "user" } });
  const pumps = await api.GET("/org/{org_id}/users/{user_id}/heat-pumps", {
    params: { path, query: { limit: 10, include_deleted: "true" } },
  });
  const temperature: number | null = pumps.data![0]!.outdoor_temperature;
  // @ts-expect-error A heat pump has no battery.
  pumps.data![0]!.battery_level;
  await api.PUT("/org/{org_id}/users/{user_id}/heat-pumps/{heat_pump_id}", {
    params: { path: { ...path, heat_pump_id: "h" }, header: { "If-Match": '"1"' } },
    body: { optimization_level: "Mid" },
  });
  return { id, role, code, temperature };
}
`;

it("gives a TypeScript client types that know what it may send and gets back", async () => {
  const folder = path.resolve(".wattdesk/test/typed-client");
  mkdirSync(folder, { recursive: true });
  // A copy, since what is handed over is resolved in place.
  const types = astToString(await openapiTypescript(JSON.stringify(openApiDocument())));
  writeFileSync(path.join(folder, "types.d.ts"), types);
  const file = path.join(folder, "client.ts");
  writeFileSync(file, client);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(found).toEqual([]);
}, 60_000);
