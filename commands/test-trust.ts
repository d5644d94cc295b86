import { spawnSync } from "node:child_process";
import { writeReliabilityReport } from "../trust/report";
import { buildIfNeeded } from "./build";
import { projectFolder } from "./configuration";
import { reportingFailure } from "./reporting-failure";

/**
 * The long trials: parallel commands, restarts, kills, backup, strangers. Takes the trials to run as parameters, all of
 * them without, and writes what they found to docs/reliability.md.
 */
await reportingFailure(async () => {
  buildIfNeeded();
  const result = spawnSync(
    "npx",
    [
      "--no-install",
      "vitest",
      "run",
      "--config",
      "vitest.trust.config.ts",
      ...process.argv.slice(2),
    ],
    {
      cwd: projectFolder,
      stdio: "inherit",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", TSX_TSCONFIG_PATH: undefined },
    },
  );
  writeReliabilityReport();
  process.exitCode = result.status ?? 1;
});
