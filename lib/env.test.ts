import { expect, it } from "vitest";
import { parseEnvironment } from "./env";

const complete = {
  DATABASE_URL: "postgres://user:secret@db.example/wattdesk",
  BASE_URL: "https://desk.example/",
  AUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
  AUDIT_SIGNING_KEY: Buffer.alloc(32, 1).toString("base64"),
  RESEND_API_KEY: "re_key",
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
  ["BASE_URL", "http://desk.example", "BASE_URL is wrong (must be https in production)"],
  ["TRUSTED_PROXY_HOPS", "many", "TRUSTED_PROXY_HOPS is wrong"],
])("names %s = %j in one line", (name, value, expected) => {
  const problem = problemOf({ ...complete, [name]: value });
  expect(problem).toContain(expected);
  expect(problem).not.toContain("\n");
});

it("names everything that is wrong at once, and no secret", () => {
  const problem = problemOf({ AUTH_SECRET: "hush" });
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "ENCRYPTION_KEY"])
    expect(problem).toContain(name);
  expect(problem).not.toContain("hush");
});
