import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { callRoute } from "@/testing/call-route";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { type RouteRequest, routeEnvironment, routeExamples } from "@/testing/route-examples";

vi.mock("next/headers", async () => (await import("@/testing/call-route")).nextHeaders);

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
beforeAll(() => Object.assign(process.env, routeEnvironment));
afterAll(() => owner.client.end());

const files = import.meta.glob<Record<string, never>>("/app/api/**/route.ts");

const signed = Object.entries(routeExamples).flatMap(([name, { sign, request }]) =>
  sign ? [{ name, sign, request }] : [],
);

it("knows how every route for other services is signed", () => {
  const posts = Object.keys(routeExamples).filter((name) => /^\/app\/api\/.* POST$/.test(name));
  expect(signed.map(({ name }) => name)).toEqual(posts);
});

describe.each(signed)("$name with the right signature", ({ name, sign, request }) => {
  let genuine: RouteRequest;
  let post: (body: string) => Promise<Response>;
  beforeAll(async () => {
    genuine = await request(await createOrganization(owner.tables), owner.tables);
    const [file = "", method = ""] = name.split(" ");
    const handler = (await files[file]?.())?.[method];
    if (!handler) throw new Error(`${name} is gone.`);
    post = (body) => callRoute(handler, method, { ...genuine, headers: sign(body), body });
  });

  it.each([" ", "no JSON", '{"type":', "\u0000"])(
    "answers 400 to %j, which is no JSON",
    async (body) => {
      expect((await post(body)).status).toBe(400);
    },
  );

  it.each(["null", "[]", "[null]", "{}", "1", '{"type":"toString","data":{"email_id":"1"}}'])(
    "is no fault of %s, which is JSON and no message",
    async (body) => {
      expect((await post(body)).status).toBeLessThan(500);
    },
  );

  it("is no fault of any JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        expect((await post(body)).status).toBeLessThan(500);
      }),
      { numRuns: 50 },
    );
  });

  it("takes what its sender sends", async () => {
    expect((await post(String(genuine.body))).status).toBeLessThan(300);
  });
});
