import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export const alias = {
  "@": root.replace(/\/$/, ""),
  "server-only": path.join(root, "commands/outside-next.ts"),
};

export default defineConfig({
  test: {
    pool: "forks",
    // Its own choice on two cores would be one; each test waits for PostgreSQL half of the time.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,commands,components,db,lib,messages,partner-api}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.database.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{app,commands,db,lib,partner-api}/**/*.database.test.ts"],
          globalSetup: ["testing/database-server.ts"],
          setupFiles: ["testing/own-database.ts"],
          // next-auth names next/server without its extension, which only a bundler resolves.
          server: { deps: { inline: ["next-auth"] } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
