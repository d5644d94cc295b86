import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, inject } from "vitest";

import { demoSeller } from "../commands/demo-seller";
import { templateName } from "./database-server";

// Each test file has its own database, copied from the template. Files that run one after another in the
// same process find theirs at the same address, since the environment is read once.
const name = `test_${process.env.VITEST_POOL_ID}`;
const server = postgres(inject("serverUrl"), { max: 1, onnotice: () => {} });
await server.unsafe(`drop database if exists ${name} with (force)`);
await server.unsafe(`create database ${name} template ${templateName} strategy file_copy`);
await server.end();

process.env.DATABASE_URL = inject("serverUrl").replace(/\/postgres$/, `/${name}`);
process.env.WATTDESK_MODE = "development";
process.env.BASE_URL = "http://localhost:3000";
process.env.AUTH_SECRET ??= randomBytes(32).toString("hex");
process.env.ENCRYPTION_KEY ??= randomBytes(32).toString("base64");
process.env.AUDIT_SIGNING_KEY ??= randomBytes(32).toString("base64");
process.env.MAILBOX_DIRECTORY ??= mkdtempSync(path.join(tmpdir(), "wattdesk-mailbox-"));
Object.assign(process.env, demoSeller);
process.env.LOG_LEVEL = "fatal";

const { database, waitForConnections } = await import("@/lib/core/database");
// A slow machine is no failure: that callers are refused in time has its own tests, with their own pools.
waitForConnections(30_000);

afterAll(async () => {
  await database().close();
  delete (globalThis as { wattdeskDatabase?: unknown }).wattdeskDatabase;
});
