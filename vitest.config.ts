import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export const alias = {
  "@": root.replace(/\/$/, ""),
  "server-only": path.join(root, "commands/outside-next.ts"),
};

const folders = ["app", "commands", "components", "db", "lib", "messages", "partner-api", "sdk"];
const testFiles = folders
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(folder, file),
    ),
  )
  .filter((file) => /\.test\.tsx?$/.test(file));

/** What a file says that replaces modules or the environment, which its process then keeps. */
const changes =
  /\bvi\.(mock|doMock|stubEnv)\(|process\.env\.[A-Z_]+ \??= |assign\(process\.env|startManufacturersForTest/;
const changesProcess = (file: string) => changes.test(readFileSync(path.join(root, file), "utf8"));

/** A path as a pattern that matches it alone: folders of Next have brackets in their names. */
const asPattern = (file: string) => file.replace(/[()[\]{}]/g, "\\$&");

const withDatabase = {
  globalSetup: ["testing/database-server.ts"],
  setupFiles: ["testing/own-database.ts"],
  // next-auth names next/server without its extension, which only a bundler resolves.
  server: { deps: { inline: ["next-auth"] } },
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** Files share a process, and load its modules once, unless they change it. */
const projectsOf = (name: string, files: string[], settings: object) =>
  [false, true].map((isolate) => ({
    resolve: { alias },
    test: {
      ...settings,
      name: isolate ? `${name}, each alone` : name,
      isolate,
      include: files.filter((file) => changesProcess(file) === isolate).map(asPattern),
    },
  }));

const isDatabaseTest = (file: string) => /\.database\.test\./.test(file);

export default defineConfig({
  test: {
    pool: "forks",
    // Its own choice on two cores would be one; each test waits for PostgreSQL half of the time.
    maxWorkers: "100%",
    projects: [
      ...projectsOf(
        "unit",
        testFiles.filter((file) => !isDatabaseTest(file)),
        {},
      ),
      ...projectsOf("database", testFiles.filter(isDatabaseTest), withDatabase),
    ],
  },
});
