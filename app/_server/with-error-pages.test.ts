import { expect, it } from "vitest";
import { runInWorkScope, type WorkScope } from "@/db/work-scope";
import { DatabaseUnavailable, RateLimited, Unavailable } from "@/lib/core/errors";
import { isRefusalDigest } from "@/lib/core/refusal-digests";
import { withErrorPages } from "./with-error-pages";

const newScope = (): WorkScope => ({ signal: new AbortController().signal, isUnavailable: false });

/** What the scope of a page's request says after a read was refused, and what the page threw. */
async function refuse(refusal: Error) {
  const scope = newScope();
  const thrown = await runInWorkScope(scope, () =>
    withErrorPages(() => Promise.reject(refusal)).catch((error: unknown) => error),
  );
  return { scope, thrown };
}

it("has a page that was asked for too often answered with 429 and the waiting time", async () => {
  const { scope, thrown } = await refuse(new RateLimited(60));
  expect(scope).toMatchObject({ retryAfterSeconds: 60 });
  expect(thrown).toBeInstanceOf(RateLimited);
});

it.each([
  new Unavailable(),
  new DatabaseUnavailable({ kind: "busy", isRolledBack: true, cause: undefined }),
])("has a page answered with 503 for %s", async (refusal) => {
  const { scope, thrown } = await refuse(refusal);
  expect(scope.isUnavailable).toBe(true);
  expect(thrown).toBe(refusal);
});

it("marks what it throws, so that the error page and the log tell a refusal from a failure", async () => {
  for (const refusal of [new RateLimited(60), new Unavailable()]) {
    const { thrown } = await refuse(refusal);
    expect(isRefusalDigest((thrown as RateLimited | Unavailable).digest)).toBe(true);
  }
  expect(isRefusalDigest("123456")).toBe(false);
});
