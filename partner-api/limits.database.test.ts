import { afterAll, expect, it } from "vitest";
import { strayFrom } from "@/testing/api-document";
import { addClientToken } from "@/testing/api-tokens";
import { callApi } from "@/testing/call-api";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { writeNotedCalls } from "./http/record-call";
import { operations } from "./operations";

process.env.API_CALLS_PER_MINUTE = "3";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(async () => {
  await writeNotedCalls();
  await client.end();
});

const operation = operations.find(({ id }) => id === "listDevices") as (typeof operations)[number];

it("lets a client call so often in a minute, tells it where it stands, and no other suffers", async () => {
  const organization = await createOrganization(tables);
  const busy = await addClientToken(organization, tables);
  const quiet = await addClientToken(organization, tables);
  const call = (token: string) => callApi(operation, { organizationId: organization.id, token });
  const answers = [];
  for (let calls = 0; calls < 4; calls++) answers.push(await call(busy.token));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"calls";q=3;w=60');
  expect(answers[0]?.headers.get("ratelimit")).toMatch(/^"calls";r=2;t=\d+$/);
  const [, , , limited] = answers;
  expect(Number(limited?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(limited && (await strayFrom(operation, limited))).toBeUndefined();
  expect((await call(quiet.token)).status).toBe(200);
});

it("takes no body of more than four megabytes", async () => {
  const organization = await createOrganization(tables);
  const { token } = await addClientToken(organization, tables);
  const create = operations.find(({ id }) => id === "createUser") as (typeof operations)[number];
  const response = await callApi(create, {
    organizationId: organization.id,
    token,
    body: { role: "user", email: "a@home.example", first_name: "x".repeat(4_100_000) },
  });
  expect(response.status).toBe(413);
  expect(await strayFrom(create, response)).toBeUndefined();
});

it("says what is wrong with a body that is no JSON", async () => {
  const organization = await createOrganization(tables);
  const { token } = await addClientToken(organization, tables);
  const { requestApi } = await import("@/testing/call-api");
  const response = await requestApi(`/api/partners/v2.0/org/${organization.id}/users`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: "{",
  });
  expect([response.status, (await response.json()).code]).toEqual([400, "malformed_json"]);
});
