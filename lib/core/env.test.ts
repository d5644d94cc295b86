import { expect, it } from "vitest";
import { listRenamedVariables, parseEnvironment } from "./env";

const complete = {
  DATABASE_URL: "postgres://user:secret@db.example/wattdesk?sslmode=verify-full",
  BASE_URL: "https://desk.example/",
  AUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
  AUDIT_SIGNING_KEY: Buffer.alloc(32, 1).toString("base64"),
  RESEND_API_KEY: "re_key",
  MAIL_FROM: "Neustadt <portal@neustadt.example>",
};

const problemOf = (variables: Record<string, string | undefined>) => {
  try {
    parseEnvironment(variables);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

it("takes a complete configuration and fills in the rest", () => {
  expect(parseEnvironment(complete)).toMatchObject({
    WATTDESK_MODE: "production",
    BASE_URL: "https://desk.example",
    TRUSTED_PROXY_HOPS: 0,
  });
});

it.each([
  ["DATABASE_URL", undefined, "DATABASE_URL is missing"],
  ["DATABASE_URL", "mysql://x", "DATABASE_URL is wrong"],
  ["AUTH_SECRET", "short", "AUTH_SECRET is wrong"],
  ["ENCRYPTION_KEY", "c2hvcnQ=", "ENCRYPTION_KEY is wrong (needs 32 bytes in base64)"],
  ["RESEND_API_KEY", "", "RESEND_API_KEY is missing"],
  ["MAIL_FROM", undefined, "MAIL_FROM is missing"],
  ["BASE_URL", undefined, "BASE_URL is missing"],
  ["DATABASE_URL", "postgres://user@db.example/wattdesk", "needs sslmode=verify-full"],
  ["DATABASE_URL", "postgres://user@db.example/wattdesk?sslmode=prefer", "needs sslmode"],
  ["DATABASE_URL", "postgres://user@db.example/wattdesk?sslmode=require", "needs sslmode"],
  ["DATABASE_OWNER_URL", "postgres://owner@10.0.0.5/wattdesk", "DATABASE_OWNER_URL is wrong"],
  ["PORT", "http", "PORT is wrong"],
  ["BASE_URL", "http://desk.example", "BASE_URL is wrong (must be https unless it is localhost)"],
  ["TRUSTED_PROXY_HOPS", "many", "TRUSTED_PROXY_HOPS is wrong"],
])("names %s = %j in one line", (name, value, expected) => {
  const problem = problemOf({ ...complete, [name]: value });
  expect(problem).toContain(expected);
  expect(problem).not.toContain("\n");
});

it("names everything that is wrong at once, and no secret", () => {
  const problem = problemOf({ AUTH_SECRET: "hush", BASE_URL: "http://desk.example" });
  for (const name of [
    "DATABASE_URL",
    "AUTH_SECRET",
    "ENCRYPTION_KEY",
    "AUDIT_SIGNING_KEY",
    "RESEND_API_KEY",
    "MAIL_FROM",
    "BASE_URL",
  ]) {
    expect(problem).toContain(name);
  }
  expect(problem).not.toContain("hush");
});

it("has no default for any key, secret or database", () => {
  const defaults = Object.keys(parseEnvironment(complete)).filter((name) => !(name in complete));
  expect(defaults).toContain("TRUSTED_PROXY_HOPS");
  expect(defaults.filter((name) => /KEY|SECRET|PASSWORD|TOKEN|DATABASE_.*URL/.test(name))).toEqual(
    [],
  );
  const { AUTH_SECRET, ENCRYPTION_KEY, AUDIT_SIGNING_KEY, ...rest } = complete;
  const problem = problemOf(rest);
  for (const name of ["AUTH_SECRET", "ENCRYPTION_KEY", "AUDIT_SIGNING_KEY"]) {
    expect(problem).toContain(`${name} is missing`);
  }
});

it.each([
  { BASE_URL: "http://localhost:3000" },
  { BASE_URL: "http://127.0.0.1:8080" },
  { DATABASE_URL: "postgres://user@localhost/wattdesk" },
  { DATABASE_URL: "postgres://user@[::1]:5433/wattdesk" },
  { DATABASE_URL: "postgres://user@db.example/wattdesk", ALLOW_UNENCRYPTED_DATABASE: "true" },
])("accepts %j in production", (variables) => {
  expect(problemOf({ ...complete, ...variables })).toBeUndefined();
});

it("demands neither mail nor TLS of the demo", () => {
  const { RESEND_API_KEY, MAIL_FROM, BASE_URL, ...rest } = complete;
  const variables = { ...rest, DATABASE_URL: "postgres://user@db.example/wattdesk" };
  expect(problemOf({ ...variables, WATTDESK_MODE: "demo" })).toBeUndefined();
});

it("takes a variable by its old name, says so, and prefers the new name", () => {
  const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");
  const old = { ...complete, ENCRYPTION_KEY_BEFORE: key(2) };
  expect(parseEnvironment(old).ENCRYPTION_KEY_PREVIOUS).toBe(key(2));
  expect(listRenamedVariables(old)).toEqual([
    "ENCRYPTION_KEY_BEFORE is called ENCRYPTION_KEY_PREVIOUS; the next release drops the old name",
  ]);
  const both = { ...old, ENCRYPTION_KEY_PREVIOUS: key(3) };
  expect(parseEnvironment(both).ENCRYPTION_KEY_PREVIOUS).toBe(key(3));
  expect(listRenamedVariables(complete)).toEqual([]);
});

it.each(Object.keys(complete))("names a malformed %s once", (name) => {
  const malformed = ["mysql://db.example/wattdesk", "http://db.example:99999", "nonsense", "\0"];
  for (const value of malformed) {
    const problem = problemOf({ ...complete, [name]: value }) ?? "";
    expect(problem.split(`${name} is `).length, problem).toBeLessThanOrEqual(2);
  }
});
