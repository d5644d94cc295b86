import { expect, it } from "vitest";
import type { DatabaseFailure } from "@/db/errors";
import { Conflict, DatabaseUnavailable } from "../errors";
import { withRetry } from "./retry";

const failure = (kind: DatabaseFailure["kind"], isRolledBack = true) =>
  new DatabaseUnavailable({ kind, isRolledBack, cause: undefined });

/** Runs an attempt that fails so often. @returns how often it was tried, and how it ended */
async function attempt(error: Error, failures: number) {
  let tries = 0;
  const ending = await withRetry(async () => {
    tries++;
    if (tries <= failures) throw error;
    return "done";
  }).catch((reason: unknown) => reason);
  return { tries, ending };
}

it("tries again after deadlocks and serialization failures, four times at most", async () => {
  const error = failure("conflict");
  expect(await attempt(error, 4)).toEqual({ tries: 5, ending: "done" });
  expect(await attempt(error, 9)).toEqual({ tries: 5, ending: error });
});

it("tries again once when the connection broke before anything was committed", async () => {
  const error = failure("connection");
  expect(await attempt(error, 1)).toEqual({ tries: 2, ending: "done" });
  expect(await attempt(error, 9)).toEqual({ tries: 2, ending: error });
});

it.each([
  ["what may have been committed", failure("connection", false)],
  ["a conflict at the commit that nobody knows the end of", failure("conflict", false)],
  ["work that waited too long", failure("busy")],
  ["a refusal", new Conflict("ownAccount")],
  ["a fault of ours", new Error("fault")],
])("does not try %s again", async (_, error) => {
  expect(await attempt(error, 1)).toEqual({ tries: 1, ending: error });
});
