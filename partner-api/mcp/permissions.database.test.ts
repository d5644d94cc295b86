import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Role, scopeOf } from "@/lib/core/access/matrix";
import { strayFrom } from "@/testing/api-document";
import { type ApiExample, apiExamples } from "@/testing/api-examples";
import { addPersonalToken } from "@/testing/api-tokens";
import { allowAssistants, callTool, listToolNames } from "@/testing/assistants";
import { fingerprint } from "@/testing/fingerprint";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { writeNotedCalls } from "../http/record-call";
import { safeWrites } from "./safe-writes";
import { type Tool, tools } from "./tools";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
beforeEach(async () => {
  organization = await newOrganization();
});
afterAll(async () => {
  await writeNotedCalls();
  await owner.client.end();
});

const personRoles = ["admin", "staff", "user"] as const;
type PersonRole = (typeof personRoles)[number];

const optimization = { is_smart_optimization_active: false, pause_power_until: null };

/** What each tool writes. */
const bodies: Record<string, object> = {
  updateUser: { phone: "+43 512 123456", preferred_channel: "phone", town: "Innsbruck" },
  updateHeatPump: optimization,
  updateElectricVehicle: optimization,
  updateInverter: optimization,
  updateWallbox: optimization,
  updateHomeBattery: optimization,
};

it("has an example of every tool that writes, and no write beside these", () => {
  expect([...safeWrites.keys()].sort()).toEqual(Object.keys(bodies).sort());
  const writing = [...tools.values()].filter(({ operation }) => operation.method !== "get");
  expect(writing.map(({ operation }) => operation.id).sort()).toEqual(Object.keys(bodies).sort());
});

async function newOrganization(): Promise<TestOrganization> {
  const created = await createOrganization(owner.tables);
  await allowAssistants(created, owner);
  return created;
}

const tokenOf = ({ admin, staff, endUser }: TestOrganization, role: PersonRole) =>
  addPersonalToken({ admin, staff, user: endUser }[role], owner.tables);

async function argumentsOf(
  { operation }: Tool,
  example: ApiExample,
  target: TestOrganization,
): Promise<Record<string, unknown>> {
  const { params, query } = await example.request(target, owner.tables);
  const names = Object.keys(operation.params?.shape ?? {});
  const named = Object.entries(params ?? {}).filter(([name]) => names.includes(name));
  return { ...Object.fromEntries(named), ...query, ...bodies[operation.id] };
}

/** What the matrix alone says of a call. */
function expectedScope({ operation }: Tool, example: ApiExample, role: Role) {
  const needs = example.needs ?? operation.needs;
  const scopes = needs.map(([action, resource]) => scopeOf(role, action, resource));
  return scopes.includes(undefined) ? undefined : scopes[0];
}

/** Examples that write something else are those of the API. */
const isOfTool = ({ asksIdentity }: ApiExample) => !asksIdentity;

const cases = [...tools.values()].flatMap((tool) =>
  (apiExamples[tool.operation.id] ?? []).filter(isOfTool).map((example, index) => ({
    name: `${tool.listed.name}${index > 0 ? ` (${index + 1})` : ""}`,
    tool,
    example,
  })),
);

it("has an example of every tool", () => {
  expect([...new Set(cases.map(({ tool }) => tool.listed.name))].sort()).toEqual(
    [...tools.keys()].sort(),
  );
});

/** What the operation has answered: lists come in an object. */
const toAnswer = (content: Record<string, unknown> = {}) =>
  "next_cursor" in content ? content.items : content;

describe.each(cases)("the tool $name", ({ tool, example }) => {
  const { operation } = tool;

  it.each(personRoles)("as %s follows the matrix", async (role) => {
    const token = await tokenOf(organization, role);
    const sent = await argumentsOf(tool, example, organization);
    const before = await fingerprint(owner.tables, organization.id);
    const result = await callTool(token, operation.id, sent);
    const isListed = (await listToolNames(token)).includes(operation.id);
    if (expectedScope(tool, example, role)) {
      expect([result.isError, result.text]).toEqual([false, expect.anything()]);
      const given = Response.json(toAnswer(result.structuredContent));
      expect(await strayFrom(operation, given)).toBeUndefined();
      expect(isListed).toBe(true);
      return;
    }
    expect(result.isError).toBe(true);
    // An end-user is not told whether others are there.
    expect(result.text).toMatch(role === "user" ? /\((forbidden|not_found)\)/ : /\(forbidden\)/);
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    const isEverGranted = operation.needs.some(([action, resource]) =>
      scopeOf(role, action, resource),
    );
    expect(isListed).toBe(isEverGranted);
  });

  it.each(personRoles)("as %s does nothing in another organization", async (role) => {
    const stranger = await newOrganization();
    const token = await tokenOf(stranger, role);
    const sent = await argumentsOf(tool, example, organization);
    const before = await fingerprint(owner.tables, organization.id);
    const result = await callTool(token, operation.id, sent);
    expect(result.text).not.toContain(organization.mark);
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    if (tool.params.length === 0) return;
    expect(result.isError).toBe(true);
    expect(result.text).toMatch(/\((forbidden|not_found)\)/);
  });

  it("is closed to a token without scopes", async () => {
    const token = await addPersonalToken(organization.admin, owner.tables, []);
    const sent = await argumentsOf(tool, example, organization);
    const before = await fingerprint(owner.tables, organization.id);
    const result = await callTool(token, operation.id, sent);
    expect([result.isError, result.text]).toEqual([true, expect.stringContaining("scope")]);
    expect(await listToolNames(token)).toEqual([]);
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
  });

  it.runIf(example.isOwn && expectedScope(tool, example, "user") === "own")(
    "tells a neighbour nothing",
    async () => {
      const token = await addPersonalToken(organization.otherEndUser, owner.tables);
      const sent = await argumentsOf(tool, example, organization);
      const before = await fingerprint(owner.tables, organization.id);
      const result = await callTool(token, operation.id, sent);
      expect(result.text).not.toContain(organization.endUser.email);
      if (tool.params.length > 0) expect(result.text).toContain("(not_found)");
      expect(await fingerprint(owner.tables, organization.id)).toBe(before);
    },
  );
});
