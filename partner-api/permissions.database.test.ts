import { afterAll, describe, expect, it } from "vitest";
import { type Role, scopeOf } from "@/lib/core/access/matrix";
import { allScopes, scopeFor } from "@/lib/core/access/scopes";
import { type ApiExample, apiExamples } from "@/testing/api-examples";
import { addClientToken, addPersonalToken } from "@/testing/api-tokens";
import { callApi } from "@/testing/call-api";
import { fingerprint } from "@/testing/fingerprint";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { writeNotedCalls } from "./http/record-call";
import { tokenRoles } from "./needs";
import { operations } from "./operations";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(async () => {
  await writeNotedCalls();
  await owner.client.end();
});

/** Those that a secret in the address opens are tested with their secrets (cues.database.test.ts). */
const byToken = operations.filter(({ opensBySecret }) => !opensBySecret);

it("has an example of every operation, and none too many", () => {
  expect(Object.keys(apiExamples).sort()).toEqual(byToken.map(({ id }) => id).sort());
});

type TokenRole = (typeof tokenRoles)[number];

async function tokenOf(role: TokenRole, organization: TestOrganization): Promise<string> {
  if (role === "server-to-server") return (await addClientToken(organization, owner.tables)).token;
  const { admin, staff, endUser } = organization;
  return addPersonalToken({ admin, staff, user: endUser }[role], owner.tables);
}

/** What the matrix alone says of a call. */
function expectedScope(example: ApiExample, operation: (typeof operations)[number], role: Role) {
  const needs = example.needs ?? operation.needs;
  const scopes = needs.map(([action, resource]) => scopeOf(role, action, resource));
  if (scopes.includes(undefined)) return undefined;
  return scopes.includes("own") ? "own" : "organization";
}

const cases = byToken.flatMap((operation) =>
  (apiExamples[operation.id] ?? []).map((example, index) => ({
    name: `${operation.id}${index > 0 ? ` (${index + 1})` : ""}`,
    operation,
    example,
  })),
);

describe.each(cases)("$name", ({ operation, example }) => {
  const success = operation.answer ? 200 : 204;

  it.each(tokenRoles)("as %s follows the matrix", async (role) => {
    const organization = await createOrganization(owner.tables);
    const token = await tokenOf(role, organization);
    const request = await example.request(organization, owner.tables);
    const before = await fingerprint(owner.tables, organization.id);
    const response = await callApi(operation, {
      organizationId: organization.id,
      token,
      ...request,
    });
    const scope = expectedScope(example, operation, role);
    const isAsked = example.asksIdentity && role !== "server-to-server";
    if (scope && !isAsked) {
      expect([response.status, await response.clone().text()]).toEqual([
        success,
        expect.anything(),
      ]);
      return;
    }
    // An end-user is not told whether others are there.
    const answer = await response.json();
    const rows: { status: number }[] | undefined = answer.results;
    const isHidden = response.status === 404 || rows?.every(({ status }) => status === 404);
    if (role !== "user" || !isHidden) {
      expect(response.status).toBe(403);
      expect(answer).toMatchObject({ code: scope ? "identity_unproven" : "forbidden" });
    }
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
  });

  it.each(tokenRoles)("as %s does nothing in another organization", async (role) => {
    const target = await createOrganization(owner.tables);
    const stranger = await createOrganization(owner.tables);
    const token = await tokenOf(role, stranger);
    const request = await example.request(target, owner.tables);
    const before = await fingerprint(owner.tables, target.id);
    const there = await callApi(operation, { organizationId: target.id, token, ...request });
    expect(there.status).toBe(404);
    // The other's ids under the own organization's address.
    const here = await callApi(operation, { organizationId: stranger.id, token, ...request });
    const told = (await there.text()) + (await here.text());
    expect(told).not.toContain(target.mark);
    expect(told).not.toContain(target.id);
    expect(await fingerprint(owner.tables, target.id)).toBe(before);
    if (request.params) expect([403, 404]).toContain(here.status);
  });

  it("is closed without a token, and to tokens without its scope", async () => {
    const organization = await createOrganization(owner.tables);
    const request = {
      organizationId: organization.id,
      ...(await example.request(organization, owner.tables)),
    };
    const needs = example.needs ?? operation.needs;
    const taken = needs.map(([action, resource]) => scopeFor(action, resource) ?? "");
    const areas = new Set(taken.map((scope) => scope.split(":")[0]));
    const others = allScopes.filter(
      (scope) =>
        !taken.includes(scope) && !(areas.has(scope.split(":")[0]) && scope.endsWith("write")),
    );
    const { token } = await addClientToken(organization, owner.tables, others);
    const before = await fingerprint(owner.tables, organization.id);
    expect((await callApi(operation, request)).status).toBe(401);
    expect((await callApi(operation, { ...request, token: `${token}x` })).status).toBe(401);
    const refused = await callApi(operation, { ...request, token });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: "insufficient_scope" });
    expect(refused.headers.get("www-authenticate")).toContain(taken[0]);
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
  });

  it.runIf(example.isOwn && expectedScope(example, operation, "user") === "own")(
    "tells a neighbour nothing",
    async () => {
      const organization = await createOrganization(owner.tables);
      const token = await addPersonalToken(organization.otherEndUser, owner.tables);
      const request = await example.request(organization, owner.tables);
      const before = await fingerprint(owner.tables, organization.id);
      const response = await callApi(operation, {
        organizationId: organization.id,
        token,
        ...request,
      });
      expect(await response.clone().text()).not.toContain(organization.endUser.email);
      if (request.params) expect(response.status).toBe(404);
      expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    },
  );
});
