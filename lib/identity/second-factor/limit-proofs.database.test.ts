import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, sessions } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { Invalid, RateLimited, StepUpRequired } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addAuthenticator } from "@/testing/records/team";
import { password } from "@/testing/use-case-examples/kinds";
import { changeOwnAddress } from "../account/change-own-address";
import { changeOwnPassword } from "../account/change-own-password";
import { confirmIdentity } from "../account/confirm-identity";
import { hashPassword } from "../auth/password-hash";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables, await hashPassword(password));
  // What was proved at the login lies too far back for what is sensitive.
  await tables
    .update(sessions)
    .set({ provenAt: new Date(Date.now() - 3_600_000) })
    .where(eq(sessions.organizationId, organization.id));
});

const staff = (identityProof?: string): Actor =>
  ({ ...actorOf(organization.staff), identityProof }) as Actor;

const checks: [string, (proof: string) => Promise<unknown>][] = [
  [
    "changeOwnPassword",
    (currentPassword) =>
      changeOwnPassword(staff(), { currentPassword, password: "violet harbour under seven moons" }),
  ],
  ["confirmIdentity", (proof) => confirmIdentity(staff(proof), {})],
  ["changeOwnAddress", (proof) => changeOwnAddress(staff(proof), { email: "n@utility.example" })],
];

const refusals = () =>
  tables
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organization.id),
        eq(auditEvents.action, "identity.refused"),
      ),
    );

const failureOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each(checks)("%s", (_, check) => {
  it("refuses the right password after ten wrong ones, and audits each wrong one", async () => {
    for (let tries = 0; tries < 10; tries++) {
      const failure = await failureOf(check(`wrong ${tries}`));
      expect(failure instanceof Invalid || failure instanceof StepUpRequired).toBe(true);
    }
    expect(await refusals()).toHaveLength(10);
    expect(await failureOf(check(password))).toBeInstanceOf(RateLimited);
  });

  it("looks at no more than ten of 40 wrong passwords at once", async () => {
    const failures = await Promise.all(
      Array.from({ length: 40 }, (_, index) => failureOf(check(`wrong ${index}`))),
    );
    expect(failures.filter((failure) => !(failure instanceof RateLimited))).toHaveLength(10);
  });
});

it("does not count right passwords", async () => {
  for (let tries = 0; tries < 12; tries++) {
    expect(
      await failureOf(changeOwnPassword(staff(), { currentPassword: password, password: "short" })),
    ).toMatchObject({ fields: { password: expect.any(String) } });
  }
  expect(await refusals()).toHaveLength(0);
});

it("counts codes of the second factor like passwords", async () => {
  await addAuthenticator(organization.staff, tables);
  for (let tries = 0; tries < 10; tries++) await failureOf(confirmIdentity(staff("000000"), {}));
  expect(await failureOf(confirmIdentity(staff("000000"), {}))).toBeInstanceOf(RateLimited);
  expect(await refusals()).toHaveLength(10);
});

/** Who may look at a password or a code: the login, which has its own limits, and what is guarded here. */
const checkers: Record<string, string[]> = {
  verifyPassword: ["lib/identity/auth/log-in.ts", "lib/identity/second-factor/step-up.ts"],
  isPassword: ["lib/identity/account/change-own-password.ts"],
  acceptCode: [
    "lib/identity/second-factor/prove-second-factor.ts",
    "lib/identity/second-factor/step-up.ts",
  ],
  checkTotp: [
    "lib/identity/second-factor/accept-code.ts",
    "lib/identity/second-factor/own-second-factors.ts",
  ],
  spendRecoveryCode: ["lib/identity/second-factor/accept-code.ts"],
  acceptPasskey: ["lib/identity/second-factor/accept-code.ts"],
  authenticateClient: ["lib/identity/api-credentials/access-tokens.ts"],
};

function filesThatImport(name: string): string[] {
  return ["lib", "app", "partner-api"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .filter((file) =>
      new RegExp(`import [^;]*\\b${name}\\b[^;]* from`).test(readFileSync(file, "utf8")),
    )
    .sort();
}

it.each(Object.entries(checkers))("is the only way to %s", (name, files) => {
  expect(filesThatImport(name)).toEqual(files);
});
