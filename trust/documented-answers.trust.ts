import { afterAll, expect, it } from "vitest";
import { writeNotedCalls } from "@/partner-api/http/record-call";
import { operations } from "@/partner-api/operations";
import { exampleCall, fuzzOperation } from "@/testing/fuzz-operation";
import { ownerConnection } from "@/testing/organization";
import { reportTrial } from "./report";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(async () => {
  await writeNotedCalls();
  await owner.client.end();
});

const CALLS = 25_000;
/** How many operations are called at the same time. */
const LANES = 4;

it("answers nothing that is not in the document, for any request, several operations at a time", async () => {
  const runs = Math.ceil(CALLS / operations.length);
  const strays: string[] = [];
  const waiting = operations.values();
  const lane = async () => {
    for (const operation of waiting) {
      const { call } = await exampleCall(owner.tables, operation);
      await fuzzOperation(operation, call, runs).catch((failure: Error) =>
        strays.push(`${operation.id}: ${failure.message}`),
      );
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  reportTrial("Generated requests to the Partner API", {
    "operations called": operations.length,
    "requests for each": runs,
    "operations called at a time": LANES,
    "operations that answered otherwise than documented": strays.length,
  });
  expect(strays).toEqual([]);
});
