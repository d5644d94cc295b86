import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { log } from "@/lib/core/log";
import { hashPassword } from "@/lib/identity/auth/password-hash";
import { captureLog, findLeaks, personalTexts } from "@/testing/captured-log";
import { type Failing, installFailures } from "@/testing/failing-database";
import { createOrganization, ownerConnection } from "@/testing/organization";
import {
  commandExamples,
  queryExamples,
  rolesFor,
  setUpExample,
  type UseCaseCall,
} from "@/testing/parallel-commands";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const password = "known to the test";
let passwordHash: string;
let setFailing: Awaited<ReturnType<typeof installFailures>>;
const lines = captureLog();

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  setFailing = await installFailures(owner.client);
});
afterEach(() => setFailing("nothing"));
afterAll(() => owner.client.end());

/** Has a use-case fail, and logs its error as a boundary does. @returns what of its records and input was logged */
async function leaksOf(call: UseCaseCall, failing: Failing) {
  const organization = await createOrganization(owner.tables, passwordHash);
  const [role] = rolesFor(call);
  if (!role) throw new Error(`No role may ${call.name}.`);
  lines.length = 0;
  const seeded = [organization.mark, password, passwordHash];
  const input: typeof call.example.input = async (...subject) => {
    const made = await call.example.input(...subject);
    seeded.push(...personalTexts(made));
    await setFailing(failing);
    return made;
  };
  const prepared = { ...call, example: { ...call.example, input } };
  const run = await setUpExample(prepared, role, organization, owner.tables);
  const [outcome] = await run(1);
  const hasFailed = outcome?.status === "rejected";
  if (hasFailed) log.error({ err: outcome.reason }, "request failed");
  return { leaks: findLeaks(lines, seeded), hasFailed, lines: lines.length };
}

describe.each([
  ["commands", "writes", 0.8, commandExamples()],
  // Some examples of queries read tables in which there is nothing yet.
  ["queries", "reads", 0.6, queryExamples()],
  ["queries", "statements", 0.95, queryExamples()],
] as const)("%s whose %s fail", (_, failing, share, calls) => {
  let failures = 0;

  it.each(calls)("log nothing that $name was about", async (call) => {
    const { leaks, hasFailed, lines } = await leaksOf(call, failing);
    if (hasFailed) failures += 1;
    expect(leaks).toEqual([]);
    expect(lines).toBeGreaterThan(0);
  });

  it("are nearly all of them", () => {
    expect(failures).toBeGreaterThan(calls.length * share);
  });
});

it("finds a seeded text that is logged", () => {
  lines.length = 0;
  log.info({ name: "Secret-user" }, "a line");
  expect(findLeaks(lines, ["Secret-user", "another"])).toEqual(["Secret-user"]);
});
