import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { electricVehicles } from "@/db/schema";
import { describedOperation, strayFrom } from "@/testing/api-document";
import { extremeRequests } from "@/testing/api-extremes";
import { type ApiRequest, callApi } from "@/testing/call-api";
import { apiExamples, exampleCall, fuzzOperation } from "@/testing/fuzz-operation";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { writeNotedCalls } from "./http/record-call";
import { refusalsOf } from "./open-api-document";
import type { Operation } from "./operation";
import { operations } from "./operations";

/** Over all operations; ten times as many are a trial of `npm run test:trust`. */
const FUZZED_CALLS = 2500;

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let stranger: TestOrganization;

beforeAll(async () => {
  stranger = await createOrganization(owner.tables);
});
afterAll(async () => {
  await writeNotedCalls();
  await owner.client.end();
});

const goodCall = (operation: Operation, index = 0) => exampleCall(owner.tables, operation, index);

/** How each documented refusal comes about; those that take luck or a defect are tested elsewhere. */
const provoked: Partial<
  Record<number, (operation: Operation, call: ApiRequest) => ApiRequest | undefined>
> = {
  401: (_, call) => ({ ...call, token: "wd_at_none" }),
  404: (operation, call) => {
    if (operation.opensBySecret) return { ...call, query: { secret: "none.none" } };
    if (operation.path.includes("{org_id}")) return { ...call, organizationId: stranger.id };
    const nowhere = Object.keys(call.params ?? {}).map((name) => [name, stranger.id]);
    return nowhere.length > 0 ? { ...call, params: Object.fromEntries(nowhere) } : undefined;
  },
  412: (operation, call) =>
    operation.method === "put" ? { ...call, headers: { "if-match": '"99"' } } : undefined,
  415: (_, call) => ({ ...call, headers: { "content-type": "text/plain" } }),
  422: (operation, call) => {
    if (operation.body) return { ...call, body: [] };
    return operation.query ? { ...call, query: nonsenseQuery(operation) } : undefined;
  },
};

function nonsenseQuery(operation: Operation): Record<string, string> {
  const names = (describedOperation(operation).parameters ?? [])
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => name);
  const long = "x".repeat(2000);
  return Object.fromEntries(names.map((name) => [name, long]));
}

describe.each(operations.map((operation) => [operation.id, operation] as const))(
  "%s",
  (id, operation) => {
    it("answers as documented", async () => {
      const examples = apiExamples[id] ?? [];
      for (const index of examples.keys()) {
        const { call } = await goodCall(operation, index);
        const response = await callApi(operation, call);
        expect([response.status, await strayFrom(operation, response)]).toEqual([
          operation.answer ? 200 : 204,
          undefined,
        ]);
      }
    });

    const refusals = refusalsOf(operation).filter((status) => provoked[status]);
    it.each(refusals)("refuses with %i as documented", async (status) => {
      const { call } = await goodCall(operation);
      const request = provoked[status]?.(operation, call);
      if (!request) return;
      const response = await callApi(operation, request);
      expect([response.status, await strayFrom(operation, response)]).toEqual([status, undefined]);
    });

    it("answers every parameter and field at its extremes without failing", async () => {
      const { call } = await goodCall(operation);
      const strays: unknown[] = [];
      for (const request of extremeRequests(operation, call)) {
        const response = await callApi(operation, request);
        // Of a record of which only some fields come, the document says no more than their names.
        const isPartial = request.query?.fields !== undefined && response.ok;
        const stray = isPartial ? undefined : await strayFrom(operation, response);
        if (stray || response.status === 500)
          strays.push([stray?.slice(0, 300), JSON.stringify(request).slice(0, 600)]);
      }
      expect(strays).toEqual([]);
    });

    it("answers nothing that is not in the document, for any request", async () => {
      const { call } = await goodCall(operation);
      await fuzzOperation(operation, call, Math.ceil(FUZZED_CALLS / operations.length));
    });
  },
);

it("describes every status that its refusals have", () => {
  for (const operation of operations) {
    const documented = Object.keys(describedOperation(operation).responses).map(Number);
    expect(documented).toEqual(expect.arrayContaining(refusalsOf(operation)));
  }
});

it("tells why a vehicle does not charge at once", async () => {
  const operation = operations.find(({ id }) => id === "startBoost") as Operation;
  const { own, call } = await goodCall(operation);
  await owner.tables
    .update(electricVehicles)
    .set({ isCharging: true, boostState: "ongoing" })
    .where(eq(electricVehicles.organizationId, own.id));
  const response = await callApi(operation, call);
  expect(response.status).toBe(409);
  expect(await strayFrom(operation, response)).toBeUndefined();
  expect(await response.json()).toMatchObject({ state: "ongoing", reason: "already_charging" });
});
