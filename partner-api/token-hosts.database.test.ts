import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { organizations } from "@/db/schema";
import { createApiClient } from "@/lib/identity/api-credentials/write-api-client";
import { requestApi } from "@/testing/call-api";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";

process.env.BASE_URL = "http://portal.example";
process.env.API_ENVIRONMENT = "production";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let production: TestOrganization;
let sandbox: TestOrganization;

beforeEach(async () => {
  production = await createOrganization(tables);
  sandbox = await createOrganization(tables);
  await tables
    .update(organizations)
    .set({ environment: "sandbox" })
    .where(eq(organizations.id, sandbox.id));
});
afterAll(() => client.end());

async function ask(organization: TestOrganization, host: string) {
  const { identifier, secret } = await createApiClient(actorOf(organization.admin), {
    name: "Billing system",
    customers: "write",
  });
  const response = await requestApi("/oauth2/token/", {
    method: "POST",
    body: "grant_type=client_credentials",
    headers: {
      host,
      authorization: `Basic ${Buffer.from(`${identifier}:${secret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
  });
  return response.status;
}

const hostOf = ({ mark }: TestOrganization) => `utility-${mark}.portal.example`;

it("gives credentials of a sandbox no token at the host of production", async () => {
  expect(await ask(sandbox, hostOf(production))).toBe(401);
  expect(await ask(production, hostOf(sandbox))).toBe(401);
  expect(await ask(sandbox, hostOf(sandbox))).toBe(200);
  expect(await ask(production, hostOf(production))).toBe(200);
});

it("gives tokens at the portal's own host to the environment that it is for", async () => {
  expect(await ask(sandbox, "portal.example")).toBe(401);
  expect(await ask(production, "portal.example")).toBe(200);
  expect(await ask(sandbox, hostOf(sandbox))).toBe(200);
});
