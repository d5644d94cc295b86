import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { onRequestError } from "@/instrumentation";
import { callRoute } from "@/testing/call-route";
import { captureLog, findLeaks } from "@/testing/captured-log";
import { installFailures } from "@/testing/failing-database";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { routeEnvironment, routeExamples } from "@/testing/route-examples";

vi.mock("next/headers", async () => (await import("@/testing/call-route")).nextHeaders);
vi.mock("@/app/_server/viewer", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  requireMember: (await import("@/testing/call-route")).requireMember,
}));

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let setFailing: Awaited<ReturnType<typeof installFailures>>;
const lines = captureLog();

beforeAll(async () => {
  Object.assign(process.env, routeEnvironment, { NEXT_RUNTIME: "nodejs" });
  setFailing = await installFailures(owner.client);
});
afterEach(() => setFailing("nothing"));
afterAll(() => owner.client.end());

const files = import.meta.glob<Record<string, never>>("/app/**/route.ts");

it("has an example of every route handler", () => {
  const tried = Object.keys(routeExamples).map((name) => name.split(" ")[0]);
  expect([...new Set(tried)].sort()).toEqual(Object.keys(files).sort());
});

describe.each(["reads", "writes", "statements"] as const)("while %s fail", (failing) => {
  it.each(Object.entries(routeExamples))(
    "%s logs nothing that it was about",
    async (name, example) => {
      const [file = "", method = ""] = name.split(" ");
      const handler = (await files[file]?.())?.[method];
      if (!handler) throw new Error(`${name} is gone.`);
      const organization = await createOrganization(owner.tables);
      const request = await example.request(organization, owner.tables);
      lines.length = 0;
      await setFailing(failing);
      const thrown = await callRoute(handler, method, request).catch((error: unknown) => error);
      const hasFailed = thrown instanceof Error;
      // As Next does with what a route handler throws.
      if (hasFailed) await onRequestError(thrown, { path: request.path, method });
      expect(findLeaks(lines, [organization.mark, ...(request.secrets ?? [])])).toEqual([]);
      if (failing === "statements" && !example.isWithoutDatabase) expect(hasFailed).toBe(true);
      if (hasFailed) expect(lines.join("")).toContain("request failed");
    },
  );
});
