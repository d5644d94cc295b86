import { expect, it } from "vitest";
import { createTenantToken, readTenantToken } from "./tenant-token";

const organizationId = "0193a000-0000-7000-8000-000000000001";

it("carries 256 random bits and reads back", () => {
  const made = createTenantToken(organizationId);
  expect(Buffer.from(made.token.split(".")[1] ?? "", "base64url")).toHaveLength(32);
  expect(readTenantToken(made.token)).toEqual(made);
  expect(createTenantToken(organizationId).token).not.toBe(made.token);
});

it.each([
  "",
  ".",
  organizationId,
  `${organizationId}.`,
  `${organizationId}.short`,
  `not-a-uuid.${"a".repeat(43)}`,
  `${organizationId}.${"a".repeat(44)}`,
  `${organizationId}.${"a".repeat(42)}/`,
  `${organizationId}.${"a".repeat(43)}.x`,
])("does not read %j", (token) => {
  expect(readTenantToken(token)).toBeUndefined();
});
