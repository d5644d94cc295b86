import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { apiExamples, cueExamples } from "@/testing/api-examples";
import { addClientToken } from "@/testing/api-tokens";
import { callApi, requestApi } from "@/testing/call-api";
import { captureLog, findLeaks, personalTexts } from "@/testing/captured-log";
import { installFailures } from "@/testing/failing-database";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { addApiClient, apiSecret } from "@/testing/records/team";
import { writeNotedCalls } from "./http/record-call";
import { operations } from "./operations";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let setFailing: Awaited<ReturnType<typeof installFailures>>;
const lines = captureLog();

beforeAll(async () => {
  setFailing = await installFailures(owner.client);
});
afterEach(async () => {
  await writeNotedCalls();
  await setFailing("nothing");
});
afterAll(() => owner.client.end());

/** Read before an operation begins, so that the failure is met within it. */
const tablesOfCaller = ["api_access_tokens", "api_clients", "organizations"];

const calls = operations.flatMap((operation) =>
  (apiExamples[operation.id] ?? cueExamples[operation.id] ?? []).map((example) => ({
    name: operation.id,
    operation,
    example,
  })),
);

it("has an example of every operation", () => {
  expect([...new Set(calls.map(({ name }) => name))].sort()).toEqual(
    operations.map(({ id }) => id).sort(),
  );
});

describe.each(["reads", "writes"] as const)("while %s fail", (failing) => {
  let failures = 0;

  it.each(calls)("$name logs nothing that it was about", async ({ operation, example }) => {
    const organization = await createOrganization(owner.tables);
    const { token } = await addClientToken(organization, owner.tables);
    const request = await example.request(organization, owner.tables);
    lines.length = 0;
    await setFailing(failing, tablesOfCaller);
    const response = await callApi(operation, {
      organizationId: organization.id,
      token,
      ...request,
    });
    await writeNotedCalls();
    const seeded = [organization.mark, token, ...personalTexts(request)];
    expect(findLeaks(lines, seeded)).toEqual([]);
    if (response.status !== 500) return;
    failures += 1;
    expect(lines.join("")).toContain("an operation failed");
    expect(findLeaks([await response.text()], seeded)).toEqual([]);
  });

  it("fails at more than half of the operations", () => {
    expect(failures).toBeGreaterThan(calls.length * 0.5);
  });
});

it.each(["/oauth2/token/", "/oauth2/revoke_token/"])(
  "%s logs nothing that it was about while statements fail",
  async (path) => {
    const organization = await createOrganization(owner.tables);
    const clientId = await addApiClient(organization, owner.tables);
    lines.length = 0;
    await setFailing("statements");
    const response = await requestApi(path, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: `${organization.id}.${clientId}`,
        client_secret: apiSecret,
        token: "wd_at_a-token-to-be-revoked",
      }),
    });
    expect(response.status).toBe(500);
    expect(lines.join("")).toContain("a call failed");
    const seeded = [organization.mark, apiSecret, "wd_at_a-token-to-be-revoked"];
    expect(findLeaks([...lines, await response.text()], seeded)).toEqual([]);
  },
);
