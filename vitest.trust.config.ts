import { defineConfig } from "vitest/config";
import { alias } from "./vitest.config";

/** Trials that take minutes and stop, kill and flood real processes: `npm run test:trust`. */
export default defineConfig({
  resolve: { alias },
  test: {
    include: ["trust/**/*.trust.ts"],
    globalSetup: ["testing/database-server.ts"],
    setupFiles: ["testing/own-database.ts"],
    pool: "forks",
    // Each trial wants the machine for itself.
    fileParallelism: false,
    server: { deps: { inline: ["next-auth"] } },
    testTimeout: 40 * 60_000,
    hookTimeout: 10 * 60_000,
    reporters: ["verbose"],
  },
});
