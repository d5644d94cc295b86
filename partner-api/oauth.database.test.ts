import { eq } from "drizzle-orm";
import * as oauth from "oauth4webapi";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { apiAccessTokens, organizations } from "@/db/schema";
import { createApiClient, revokeApiClient } from "@/lib/identity/api-credentials/write-api-client";
import { callApi, requestApi } from "@/testing/call-api";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { serverMetadata } from "./oauth/metadata";
import { operations } from "./operations";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
let identifier: string;
let secret: string;
let id: string;

beforeEach(async () => {
  organization = await createOrganization(tables);
  ({ id, identifier, secret } = await makeClient());
});
afterAll(() => client.end());

const makeClient = (scopes: object = { customers: "write", devices: "read" }) =>
  createApiClient(actorOf(organization.admin), { name: "Billing system", ...scopes });

function ask(body: BodyInit, headers: Record<string, string> = {}) {
  return requestApi("/oauth2/token/", { method: "POST", body, headers });
}

const basic = (name = identifier, word = secret) => ({
  authorization: `Basic ${Buffer.from(`${name}:${word}`).toString("base64")}`,
});
const form = { "content-type": "application/x-www-form-urlencoded" };
const json = { "content-type": "application/json" };
const grant = "grant_type=client_credentials";

const listUsers = (token: string, organizationId = organization.id) => {
  const operation = operations.find((each) => each.id === "listUsers");
  return callApi(operation as (typeof operations)[number], {
    organizationId,
    token,
    query: { role: "user" },
  });
};

describe("the token endpoint", () => {
  it.each([
    ["a form and the header", () => ask(grant, { ...basic(), ...form })],
    [
      "JSON and the header",
      () => ask('{"grant_type":"client_credentials"}', { ...basic(), ...json }),
    ],
    ["a form alone", () => ask(`${grant}&client_id=${identifier}&client_secret=${secret}`, form)],
    [
      "JSON alone",
      () =>
        ask(
          JSON.stringify({
            grant_type: "client_credentials",
            client_id: identifier,
            client_secret: secret,
          }),
          json,
        ),
    ],
  ])("gives a token for %s", async (_, request) => {
    const response = await request();
    expect(response.headers.get("cache-control")).toBe("no-store");
    const answer = await response.json();
    expect(answer).toEqual({
      access_token: expect.stringMatching(/^wd_at_/),
      expires_in: 36_000,
      token_type: "Bearer",
      scope: "read write customers:write devices:read",
    });
    expect((await listUsers(answer.access_token)).status).toBe(200);
    const kept = await tables
      .select()
      .from(apiAccessTokens)
      .where(eq(apiAccessTokens.clientId, id));
    expect(JSON.stringify(kept)).not.toContain(answer.access_token);
  });

  it.each([
    [
      "a wrong secret",
      () => ask(grant, { ...basic(identifier, "wrong"), ...form }),
      401,
      "invalid_client",
    ],
    ["an unknown client", () => ask(grant, { ...basic("nobody"), ...form }), 401, "invalid_client"],
    ["no client", () => ask(grant, form), 401, "invalid_client"],
    [
      "another grant",
      () => ask("grant_type=password", { ...basic(), ...form }),
      400,
      "unsupported_grant_type",
    ],
    ["no grant", () => ask("", { ...basic(), ...form }), 400, "invalid_request"],
    [
      "a parameter twice",
      () => ask(`${grant}&${grant}`, { ...basic(), ...form }),
      400,
      "invalid_request",
    ],
    [
      "two ways of naming oneself",
      () => ask(`${grant}&client_secret=${secret}`, { ...basic(), ...form }),
      400,
      "invalid_request",
    ],
    ["no JSON", () => ask("{", { ...basic(), ...json }), 400, "invalid_request"],
    [
      "a scope it has not",
      () => ask(`${grant}&scope=team:read`, { ...basic(), ...form }),
      400,
      "invalid_scope",
    ],
  ])("refuses %s", async (_, request, status, error) => {
    const response = await request();
    expect([response.status, await response.json()]).toEqual([status, { error }]);
    expect(response.headers.has("www-authenticate")).toBe(status === 401);
  });

  it("narrows a token to the scope that is asked for", async () => {
    const response = await ask(`${grant}&scope=read`, { ...basic(), ...form });
    expect((await response.json()).scope).toBe("read");
    const [token] = await tables
      .select()
      .from(apiAccessTokens)
      .where(eq(apiAccessTokens.clientId, id));
    expect(token?.scopes).toEqual(["customers:read", "devices:read"]);
  });

  it("slows down guesses, and not the right secret", async () => {
    for (let right = 0; right < 110; right++) {
      expect((await ask(grant, { ...basic(), ...form })).status).toBe(200);
    }
    const wrong = () => ask(grant, { ...basic(identifier, "wrong"), ...form });
    for (let tries = 0; tries < 100; tries++) expect((await wrong()).status).toBe(401);
    const limited = await wrong();
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("lets a client in while somebody else guesses its secret from another address", async () => {
    const stranger = { ...form, "x-forwarded-for": "203.0.113.7" };
    const guess = () => ask(grant, { ...basic(identifier, "wrong"), ...stranger });
    for (let tries = 0; tries < 100; tries++) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
    const own = { ...form, "x-forwarded-for": "198.51.100.9" };
    expect((await ask(grant, { ...basic(), ...own })).status).toBe(200);
  });
});

describe("a token", () => {
  const token = async () => {
    const response = await ask(grant, { ...basic(), ...form });
    return (await response.json()).access_token as string;
  };

  it("ends when it is revoked, and no other client can do that", async () => {
    const given = await token();
    const other = await makeClient();
    const revoke = (name: string, word: string) =>
      requestApi("/oauth2/revoke_token", {
        method: "POST",
        body: `token=${given}`,
        headers: { ...basic(name, word), ...form },
      });
    expect((await revoke(other.identifier, other.secret)).status).toBe(200);
    expect((await listUsers(given)).status).toBe(200);
    expect((await revoke(identifier, "wrong")).status).toBe(401);
    expect((await revoke(identifier, secret)).status).toBe(200);
    expect((await listUsers(given)).status).toBe(401);
    expect((await revoke(identifier, secret)).status).toBe(200);
  });

  it("ends with its client", async () => {
    const given = await token();
    await revokeApiClient(actorOf(organization.admin), { id, confirmation: "Billing system" });
    expect((await listUsers(given)).status).toBe(401);
    expect((await ask(grant, { ...basic(), ...form })).status).toBe(401);
  });

  it("is of one environment and opens nothing in the other", async () => {
    const sandbox = await createOrganization(tables);
    await tables
      .update(organizations)
      .set({ environment: "sandbox" })
      .where(eq(organizations.id, sandbox.id));
    const given = await token();
    expect((await listUsers(given, sandbox.id)).status).toBe(404);
    const elsewhere = `${sandbox.id}.${id}`;
    expect((await ask(grant, { ...basic(elsewhere), ...form })).status).toBe(401);
  });
});

it("tells clients where everything is, in the words of the standard", async () => {
  const issuer = new URL(serverMetadata().issuer);
  const options = { [oauth.customFetch]: requestApi as typeof fetch, algorithm: "oauth2" } as const;
  const found = await oauth.discoveryRequest(issuer, {
    ...options,
    [oauth.allowInsecureRequests]: true,
  });
  const server = await oauth.processDiscoveryResponse(issuer, found);
  expect(server.token_endpoint).toBe(`${issuer.origin}/oauth2/token/`);
  const response = await oauth.clientCredentialsGrantRequest(
    server,
    { client_id: identifier },
    oauth.ClientSecretBasic(secret),
    { scope: "customers:read" },
    { ...options, [oauth.allowInsecureRequests]: true },
  );
  const answer = await oauth.processClientCredentialsResponse(
    server,
    { client_id: identifier },
    response,
  );
  expect((await listUsers(answer.access_token)).status).toBe(200);
});
