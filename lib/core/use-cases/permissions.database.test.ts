import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditDetails, auditEvents, users } from "@/db/schema";
import { hashPassword } from "@/lib/identity/auth/password-hash";
import { actorOfRole } from "@/testing/actor-of-role";
import { fingerprint } from "@/testing/fingerprint";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { useCaseExamples } from "@/testing/use-case-examples";
import { type AccessScope, type Role, roles, scopeOf } from "../access/matrix";
import { Forbidden, NotFound } from "../errors";
import { registeredUseCases } from "./pipeline";

// Loading every file of the domain fills the registry.
import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let passwordHash: string;
/** Acts where none of its data can change: a command that is allowed may suspend its actor. */
let sharedStranger: TestOrganization;
beforeAll(async () => {
  passwordHash = await hashPassword("known to the test");
  sharedStranger = await createOrganization(owner.tables, passwordHash);
});
afterAll(() => owner.client.end());

const names = registeredUseCases.map((registered) => registered.useCase.name).sort();

function namedUseCase(name: string) {
  const found = registeredUseCases.find((registered) => registered.useCase.name === name);
  if (!found) throw new Error(`There is no use-case ${name}.`);
  return found;
}

function exampleOf(name: string) {
  const example = useCaseExamples[name];
  if (!example) throw new Error(`${name} has no example.`);
  return example;
}

function personOfRole(role: Role, organization: TestOrganization): TestPerson {
  if (role === "staff") return organization.staff;
  return role === "user" ? organization.endUser : organization.admin;
}

/** What the matrix alone says of a role's reach over all rights that an example takes. */
function expectedScope(name: string, role: Role): AccessScope | undefined {
  const scopes = exampleOf(name).needs.map(([action, resource]) => scopeOf(role, action, resource));
  if (scopes.includes(undefined)) return undefined;
  return scopes.includes("own") ? "own" : "organization";
}

async function refusalOf(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => "allowed",
    (error) => error,
  );
}

it("has an example of every use-case, and none too many", () => {
  expect(Object.keys(useCaseExamples).sort()).toEqual(names);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(names)("%s", (name) => {
  describe.each(roles)("as %s", (role) => {
    it("follows the matrix in the own organization", async () => {
      const organization = await createOrganization(owner.tables, passwordHash);
      const input = await exampleOf(name).input(
        organization,
        owner.tables,
        personOfRole(role, organization),
      );
      const before = await fingerprint(owner.tables, organization.id);
      const attempt = namedUseCase(name).from(actorOfRole(role, organization), input);
      if (expectedScope(name, role)) {
        expect(await refusalOf(attempt)).toBe("allowed");
        return;
      }
      expect(await refusalOf(attempt)).toBeInstanceOf(Forbidden);
      expect(await fingerprint(owner.tables, organization.id)).toBe(before);
      const events = await owner.tables
        .select({ action: auditEvents.action, targetName: auditDetails.targetName })
        .from(auditEvents)
        .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
        .where(eq(auditEvents.organizationId, organization.id));
      expect(events.map((event) => [event.action, event.targetName])).toEqual([
        ["access.refused", name],
      ]);
    });

    it("does nothing to another organization", async () => {
      const target = await createOrganization(owner.tables, passwordHash);
      const isCommand = namedUseCase(name).useCase.kind === "command";
      const stranger =
        isCommand && expectedScope(name, role)
          ? await createOrganization(owner.tables, passwordHash)
          : sharedStranger;
      const input = await exampleOf(name).input(target, owner.tables, personOfRole(role, target));
      const before = await fingerprint(owner.tables, target.id);
      const outcome = await refusalOf(namedUseCase(name).from(actorOfRole(role, stranger), input));
      expect(await fingerprint(owner.tables, target.id)).toBe(before);
      const answer = outcome === "allowed" ? await repeatRead(name, role, stranger, input) : "";
      expect(answer).not.toContain(target.mark);
      expect(answer).not.toContain(target.id);
      if (!expectedScope(name, role)) {
        expect(outcome instanceof Forbidden || outcome instanceof NotFound).toBe(true);
      }
    });
  });
});

/** What a read gives a stranger, as text to look through; commands are not done twice. */
async function repeatRead(name: string, role: Role, stranger: TestOrganization, input: unknown) {
  const registered = namedUseCase(name);
  if (registered.useCase.kind === "command") return "";
  return JSON.stringify((await registered.from(actorOfRole(role, stranger), input)) ?? null);
}

describe("an end-user", () => {
  const ownRecordCases = names.filter(
    (name) => exampleOf(name).owner === "endUser" && expectedScope(name, "user") === "own",
  );

  it.each(ownRecordCases)("is told nothing of another's record by %s", async (name) => {
    const organization = await createOrganization(owner.tables, passwordHash);
    const input = await exampleOf(name).input(organization, owner.tables, organization.endUser);
    const before = await fingerprint(owner.tables, organization.id);
    const neighbour = actorOf(organization.otherEndUser);
    expect(await refusalOf(namedUseCase(name).from(neighbour, input))).toBeInstanceOf(NotFound);
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
  });

  it.each(["listEndUsers", "listDevices"])("sees only what is their own in %s", async (name) => {
    const organization = await createOrganization(owner.tables, passwordHash);
    const answer = JSON.stringify(
      await namedUseCase(name).from(actorOf(organization.otherEndUser), {}),
    );
    expect(answer).not.toContain(organization.endUser.id);
    expect(answer).not.toContain(organization.deviceId);
  });
});

describe("a standing that has just changed", () => {
  it.each([
    ["a suspended admin", { status: "suspended" as const }],
    ["a removed admin", { deletedAt: new Date() }],
    ["a demoted admin", { role: "staff" as const }],
  ])("stops %s within the request under way", async (_, change) => {
    const organization = await createOrganization(owner.tables, passwordHash);
    const input = await exampleOf("inviteTeamMember").input(
      organization,
      owner.tables,
      organization.admin,
    );
    const admin = actorOf(organization.admin);
    await owner.tables.update(users).set(change).where(eq(users.id, organization.admin.id));
    const before = await fingerprint(owner.tables, organization.id);
    expect(await refusalOf(namedUseCase("inviteTeamMember").from(admin, input))).toBeInstanceOf(
      Error,
    );
    expect(await fingerprint(owner.tables, organization.id)).toBe(before);
  });
});
