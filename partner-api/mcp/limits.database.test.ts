import { afterAll, beforeEach, expect, it } from "vitest";
import { addPersonalToken } from "@/testing/api-tokens";
import { allowAssistants, callTool, generations, servedAssistants } from "@/testing/assistants";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { writeNotedCalls } from "../http/record-call";

process.env.API_CALLS_PER_MINUTE = "6";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const assistants = servedAssistants();
let organization: TestOrganization;
let token: string;
beforeEach(async () => {
  organization = await createOrganization(owner.tables);
  await allowAssistants(organization, owner);
  token = await addPersonalToken(organization.staff, owner.tables);
});
afterAll(async () => {
  await writeNotedCalls();
  await owner.client.end();
});

it.each(generations)(
  "tells an assistant of MCP %s in words how long to wait",
  async (generation) => {
    const assistant = await assistants.connect(token, generation);
    const texts: string[] = [];
    for (let calls = 0; calls < 7; calls++) texts.push((await assistant.call("listDevices")).text);
    expect(texts[0]).toContain(organization.deviceId);
    expect(texts.at(-1)).toMatch(
      /Too many requests.*\(rate_limited\)\nTry again in \d+ seconds\./s,
    );
  },
);

it("counts a call of a tool once", async () => {
  for (let calls = 0; calls < 6; calls++) {
    expect((await callTool(token, "listDevices", {})).isError).toBe(false);
  }
  expect((await callTool(token, "listDevices", {})).text).toContain("(rate_limited)");
});

it("counts calls of tools that are none, and of those with arguments that are none", async () => {
  for (let calls = 0; calls < 6; calls++) {
    expect((await callTool(token, "getUser", { user_id: "none" })).text).toContain("#/user_id");
  }
  expect((await callTool(token, "listDevices", {})).text).toContain("(rate_limited)");
});
