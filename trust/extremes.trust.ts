import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VersionConflict } from "@/lib/core/errors";
import { hashPassword } from "@/lib/identity/auth/password-hash";
import { actorOfRole } from "@/testing/actor-of-role";
import { createOrganization, ownerConnection } from "@/testing/organization";
import {
  commandExamples,
  faultsOf,
  queryExamples,
  rolesFor,
  type UseCaseCall,
} from "@/testing/parallel-commands";
import { reportTrial } from "./report";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword("known to the test");
});
let calls = 0;
let faulty = 0;
afterAll(async () => {
  reportTrial("Use-cases with a field at an extreme", {
    "calls of use-cases": calls,
    "answered as a fault of the portal": faulty,
  });
  await owner.client.end();
});

/** The ends of what days, months, moments, numbers and texts can be, and what lies past them. */
const extremes: unknown[] = [
  ...["0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "+010000-01-01"],
  ...["0000-01", "9999-12", "9999-12-31T23:59", "9999-12-31T23:59:59.999Z"],
  ...["", "-1", "1e308", "NaN", "\ud800", "__proto__", "x".repeat(5000)],
  ...[-1, 0.5, 2 ** 31, 2 ** 53, 1e308, Number.NaN],
  ...[null, [], {}],
];

/** Inputs that differ from a good one in one field, or in all that may be days together, as the ends of a range. */
function* inputsAround(good: Record<string, unknown>, fields: string[]) {
  for (const value of extremes) {
    for (const field of fields) yield { ...good, [field]: value };
  }
  const days = fields.filter((field) => /from|until|day|month|date|at$/i.test(field));
  for (const value of days.length > 1 ? extremes : []) {
    yield { ...good, ...Object.fromEntries(days.map((field) => [field, value])) };
  }
}

function fieldsOf({ useCase }: UseCaseCall, good: object): string[] {
  const { def } = useCase.useCase.input;
  const shape = "shape" in def && typeof def.shape === "object" ? (def.shape ?? {}) : {};
  return [...new Set([...Object.keys(shape), ...Object.keys(good)])];
}

describe("every field at its extremes", () => {
  it.each([...queryExamples(), ...commandExamples()])("is no fault of $name", async (call) => {
    const organization = await createOrganization(owner.tables, passwordHash);
    const [role] = rolesFor(call);
    if (!role) throw new Error(`No role may ${call.name}.`);
    const { admin, staff, endUser } = organization;
    const person = role === "staff" ? staff : role === "user" ? endUser : admin;
    const input = await call.example.input(organization, owner.tables, person);
    const good = { ...(input as object) } as Record<string, unknown>;
    const actor = actorOfRole(role, organization);
    const { useCase } = call;
    const faults: string[] = [];
    for (const tried of inputsAround(good, fieldsOf(call, good))) {
      calls++;
      const [outcome] = await Promise.allSettled([useCase.from(actor, tried)]);
      // A change that was made is the state that the next one starts from.
      if (outcome.status === "rejected" && outcome.reason instanceof VersionConflict) {
        good.version = outcome.reason.version;
      }
      for (const fault of faultsOf([outcome])) faults.push(`${JSON.stringify(tried)}: ${fault}`);
    }
    faulty += faults.length;
    expect(faults).toEqual([]);
  });
});
