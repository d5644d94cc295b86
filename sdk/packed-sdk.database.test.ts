import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { type ServerType, serve } from "@hono/node-server";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiClient } from "@/lib/identity/api-credentials/write-api-client";
import { partnerApi } from "@/partner-api/app";
import { callingOrganization } from "@/testing/calling-organization";
import { actorOf } from "@/testing/organization";

const api = callingOrganization();
const run = promisify(execFile);
const folder = path.resolve(".wattdesk/test/packed-sdk");
const packageFolder = path.join(folder, "node_modules/@wattdesk/partner-api");

let server: ServerType;
let baseUrl: string;
let packedFiles: string[];
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(packageFolder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  const { stdout } = await run("npm", ["pack", "--json", "--silent", "--offline", "--dry-run"], {
    cwd: "sdk",
  });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("["))) as { files: { path: string }[] }[];
  packedFiles = packed?.files.map((file) => file.path) ?? [];
  for (const file of packedFiles) cpSync(path.join("sdk", file), path.join(packageFolder, file));
  await new Promise<void>((resolve) => {
    server = serve({ fetch: partnerApi().fetch, port: 0 }, (address: AddressInfo) => {
      baseUrl = `http://localhost:${address.port}`;
      resolve();
    });
  });
}, 180_000);
afterAll(() => new Promise((resolve) => server.close(resolve)));

it("packs what it exports, and no sources or tests", () => {
  const { exports } = JSON.parse(readFileSync("sdk/package.json", "utf8"));
  const targets = Object.values<string>(exports["."]).map((file) => file.replace("./", ""));
  expect(packedFiles).toEqual(expect.arrayContaining([...targets, "README.md", "package.json"]));
  expect(packedFiles.filter((file) => file.startsWith("src") || file.includes("test"))).toEqual([]);
});

it("needs the packages that the portal has, in the same versions", () => {
  const { dependencies } = JSON.parse(readFileSync("sdk/package.json", "utf8"));
  const root = JSON.parse(readFileSync("package.json", "utf8"));
  expect(root.dependencies).toMatchObject(dependencies);
  expect(JSON.parse(readFileSync("sdk/package.json", "utf8")).license).toBe(root.license);
});

type Example = { name: string; source: string; output: string | undefined };

const refusedCalls = `
import { api, organizationId } from "./client.js";
const params = { path: { org_id: organizationId } };
// @ts-expect-error There is no such role.
await api.POST("/org/{org_id}/users", { params, body: { role: "boss", email: "a@b.at" } });
// @ts-expect-error There is no such path.
await api.GET("/org/{org_id}/people", { params });
const { data } = await api.GET("/org/{org_id}/users", { params });
// @ts-expect-error A person has no battery.
data[0]?.battery_level;
`;

/** The examples of the page, each with what it prints. */
function readExamples(): Example[] {
  const page = readFileSync("docs/sdk.md", "utf8");
  const block = /^```ts ?(\S*)\n(.*?)^```(?:\n\nprints\n\n```text\n(.*?)^```)?/gms;
  return [...page.matchAll(block)].map(([, name, source = "", output], index) => ({
    name: name || `example-${index}.ts`,
    source,
    output,
  }));
}

describe("the examples of docs/sdk.md", () => {
  const examples = readExamples();

  it("compile in a project with moduleResolution nodenext, which refuses what the API does not take", () => {
    const refused = { name: "refused.ts", source: refusedCalls };
    const files = [...examples, refused].map(({ name, source }) => {
      const file = path.join(folder, name);
      writeFileSync(file, source);
      return file;
    });
    const program = ts.createProgram(files, {
      strict: true,
      noUncheckedIndexedAccess: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ["node"],
    });
    const problems = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
    expect(problems.map(({ messageText }) => messageText)).toEqual([]);
  }, 180_000);

  it.each(examples.filter(({ name }) => name.startsWith("example")))(
    "print what the page says: $name",
    async ({ name, output }) => {
      const { identifier, secret } = await createApiClient(actorOf(api.organization.admin), {
        name: "Billing system",
        customers: "write",
        devices: "write",
        team: "write",
      });
      const { stdout } = await run("node", [name.replace(/\.ts$/, ".js")], {
        cwd: folder,
        env: {
          ...process.env,
          NODE_OPTIONS: "",
          WATTDESK_URL: baseUrl,
          WATTDESK_CLIENT_ID: identifier,
          WATTDESK_CLIENT_SECRET: secret,
        },
      });
      expect(stdout).toBe(output);
    },
  );
});
