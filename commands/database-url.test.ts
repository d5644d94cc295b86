import { afterEach, expect, it, vi } from "vitest";
import { requireDatabaseUrl } from "./database-url";

afterEach(() => vi.unstubAllEnvs());

const names = ["BACKUP_DATABASE_URL", "DATABASE_URL"];

it("returns the first address that is set", () => {
  vi.stubEnv("BACKUP_DATABASE_URL", "");
  vi.stubEnv("DATABASE_URL", "postgres://user@localhost/wattdesk");
  expect(requireDatabaseUrl(names)).toBe("postgres://user@localhost/wattdesk");
});

it("names the variables when none is set", () => {
  for (const name of names) vi.stubEnv(name, "");
  expect(() => requireDatabaseUrl(names)).toThrow("Set BACKUP_DATABASE_URL or DATABASE_URL.");
});

it("refuses a database on another host without TLS, unless that is allowed", () => {
  const url = "postgres://user@db.example/wattdesk";
  vi.stubEnv("BACKUP_DATABASE_URL", url);
  expect(() => requireDatabaseUrl(names)).toThrow("BACKUP_DATABASE_URL is wrong");
  vi.stubEnv("ALLOW_UNENCRYPTED_DATABASE", "true");
  expect(requireDatabaseUrl(names)).toBe(url);
});
