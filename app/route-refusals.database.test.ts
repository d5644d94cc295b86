import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as errors from "@/lib/core/errors";
import { callRoute } from "@/testing/call-route";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { routeEnvironment, routeExamples } from "@/testing/route-examples";

const state: { refusal?: Error } = {};

vi.mock("next/headers", async () => (await import("@/testing/call-route")).nextHeaders);
vi.mock("@/app/_server/viewer", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  requireMember: (await import("@/testing/call-route")).requireMember,
}));
vi.mock("@/lib/core/database", () => {
  const refuse = () => Promise.reject(state.refusal);
  const database = { read: refuse, write: refuse, outsideOrganizations: refuse, close: () => {} };
  return { database: () => database };
});
vi.mock("@/lib/platform/mail/mailbox", () => ({
  getMailboxMessage: () => Promise.reject(state.refusal),
}));

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
beforeAll(() => Object.assign(process.env, routeEnvironment));
afterAll(() => owner.client.end());

const files = import.meta.glob<Record<string, never>>("/app/**/route.ts");

const forPrograms = (name: string) => name.startsWith("/app/api/");

/** Each class of refusal with its status, for browsers and for programs. */
const expected: Record<string, { refusal: errors.DomainError; status: number; program?: number }> =
  {
    NotFound: { refusal: new errors.NotFound(), status: 404 },
    Forbidden: { refusal: new errors.Forbidden(), status: 403 },
    OutOfScope: { refusal: new errors.OutOfScope("read", "device"), status: 403 },
    Unauthenticated: { refusal: new errors.Unauthenticated(), status: 307, program: 401 },
    Invalid: { refusal: new errors.Invalid({ email: "email" }), status: 400 },
    Duplicate: { refusal: new errors.Duplicate({ name: "nameTaken" }, "existing"), status: 409 },
    Conflict: { refusal: new errors.Conflict("ownAccount"), status: 409 },
    VersionConflict: { refusal: new errors.VersionConflict({ version: 2 }, {}), status: 409 },
    KeyReused: { refusal: new errors.KeyReused(), status: 422 },
    RateLimited: { refusal: new errors.RateLimited(60), status: 429 },
    StepUpRequired: {
      refusal: new errors.StepUpRequired("code", false, false),
      status: 307,
      program: 403,
    },
    Unavailable: { refusal: new errors.Unavailable(), status: 503 },
    DatabaseUnavailable: {
      refusal: new errors.DatabaseUnavailable({ kind: "busy", isRolledBack: true, cause: null }),
      status: 503,
    },
  };

it("knows a refusal of every class", () => {
  const isRefusal = (value: unknown) =>
    typeof value === "function" && value.prototype instanceof errors.DomainError;
  const names = Object.entries(errors).flatMap(([name, value]) => (isRefusal(value) ? [name] : []));
  expect(Object.keys(expected).sort()).toEqual(names.sort());
});

const methodNames = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

it("has an example of every route handler, and none too many", async () => {
  const handlers = await Promise.all(
    Object.entries(files).map(async ([file, load]) =>
      Object.keys(await load())
        .filter((name) => methodNames.includes(name))
        .map((method) => `${file} ${method}`),
    ),
  );
  expect(Object.keys(routeExamples).sort()).toEqual(handlers.flat().sort());
});

describe.each(Object.entries(routeExamples))("%s", (name, example) => {
  it.each(Object.keys(expected))("answers %s with its status", async (refusalName) => {
    const [file = "", method = ""] = name.split(" ");
    const handler = (await files[file]?.())?.[method];
    if (!handler) throw new Error(`${name} is gone.`);
    const outcome = expected[refusalName];
    if (!outcome) throw new Error(`${refusalName} has no status.`);
    const organization = await createOrganization(owner.tables);
    const request = await example.request(organization, owner.tables);
    state.refusal = outcome.refusal;
    const response = await callRoute(handler, method, request);
    const status = forPrograms(name) ? (outcome.program ?? outcome.status) : outcome.status;
    expect(response.status).toBe(example.redirects?.includes(refusalName) ? 307 : status);
    if ([429, 503].includes(response.status)) {
      const seconds = { 429: "60", 503: "2" }[response.status as 429 | 503];
      expect(response.headers.get("retry-after")).toBe(seconds);
    }
  });
});
