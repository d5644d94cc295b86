import { v7 as uuidv7 } from "uuid";
import { describe, expect, it, vi } from "vitest";
import * as errors from "@/lib/core/errors";
import { signCue } from "@/lib/devices/connections/cue-secret";
import { createBearerToken } from "@/lib/identity/api-credentials/bearer-token";
import { callApi, requestApi } from "@/testing/call-api";
import { operations } from "./operations";

const state: { refusal?: Error } = {};

vi.mock("@/lib/core/database", () => {
  const refuse = () => Promise.reject(state.refusal);
  const database = {
    read: refuse,
    write: refuse,
    outsideOrganizations: refuse,
    sharingReads: (_: string, run: () => unknown) => run(),
    close: () => {},
  };
  return { database: () => database };
});

/** Each class of refusal with its status at the API, and at the token endpoint (RFC 6749, 5.2). */
const expected: Record<string, [errors.DomainError, number, number]> = {
  NotFound: [new errors.NotFound(), 404, 401],
  Forbidden: [new errors.Forbidden(), 403, 401],
  OutOfScope: [new errors.OutOfScope("read", "device"), 403, 401],
  Unauthenticated: [new errors.Unauthenticated(), 401, 401],
  Invalid: [new errors.Invalid({ email: "email" }), 422, 400],
  Duplicate: [new errors.Duplicate({ meterId: "meterOverlap:–" }, uuidv7()), 409, 400],
  Conflict: [new errors.Conflict("ownAccount"), 409, 400],
  VersionConflict: [new errors.VersionConflict({ version: 2 }, {}), 409, 400],
  KeyReused: [new errors.KeyReused(), 422, 400],
  RateLimited: [new errors.RateLimited(60), 429, 429],
  StepUpRequired: [new errors.StepUpRequired("code", false, false), 403, 401],
  Unavailable: [new errors.Unavailable(), 503, 503],
  DatabaseUnavailable: [
    new errors.DatabaseUnavailable({ kind: "busy", isRolledBack: true, cause: null }),
    503,
    503,
  ],
};

it("knows a refusal of every class", () => {
  const isRefusal = (value: unknown) =>
    typeof value === "function" && value.prototype instanceof errors.DomainError;
  const names = Object.entries(errors).flatMap(([name, value]) => (isRefusal(value) ? [name] : []));
  expect(Object.keys(expected).sort()).toEqual(names.sort());
});

/** Something for each part of a path that names a record. */
const paramsOf = (path: string) =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, uuidv7()]));

/** What both operations take that a secret opens. */
const cueBody = {
  state: "fail",
  payload: {},
  successUrl: "https://partner.example/done",
  cancelUrl: "https://partner.example/later",
};

const retryAfter: Record<number, string> = { 429: "60", 503: "2" };

describe.each(Object.entries(expected))("%s", (_, [refusal, status, tokenStatus]) => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    "has its status at %s",
    async (_, operation) => {
      state.refusal = refusal;
      const organizationId = uuidv7();
      const deviceId = uuidv7();
      const response = await callApi(operation, {
        organizationId,
        token: createBearerToken("access", organizationId).token,
        params: { ...paramsOf(operation.path), cue_id: deviceId },
        query: { secret: signCue(organizationId, deviceId) },
        ...(operation.opensBySecret && { body: cueBody }),
      });
      expect(response.status).toBe(status);
      expect(response.headers.get("retry-after")).toBe(retryAfter[status] ?? null);
    },
  );

  it.each(["/oauth2/token/", "/oauth2/revoke_token/"])("has its status at %s", async (path) => {
    state.refusal = refusal;
    const response = await requestApi(path, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: `${uuidv7()}.${uuidv7()}`,
        client_secret: "a secret",
        token: "a token",
      }),
    });
    expect(response.status).toBe(tokenStatus);
    expect(response.headers.get("retry-after")).toBe(retryAfter[tokenStatus] ?? null);
  });
});
