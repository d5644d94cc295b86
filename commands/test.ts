import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { projectFolder, stateFolder } from "./configuration";
import { endToEndReports, runEndToEndTests } from "./end-to-end";
import {
  failedInPlaywright,
  failedInVitest,
  type PlaywrightReport,
  readReport,
} from "./failed-tests";
import { reportingFailure } from "./reporting-failure";
import { describeSlowest, type FileTime, timesInPlaywright, timesInVitest } from "./slowest-files";

type Count = { passed: number; failed: number };

/** What failed, said once more at the very end: the end of a long log is what is kept. */
const failures: string[] = [];

const times: FileTime[] = [];

const withoutTelemetry = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  TSX_TSCONFIG_PATH: undefined,
};

/**
 * Everything that must hold: types, lint, the directions of imports, dead code, unit and database
 * tests, end-to-end tests. `npm test -- e2e [Playwright's parameters]` plays the last alone.
 */
await reportingFailure(async () => {
  const [only, ...parameters] = process.argv.slice(2);
  if (only === "e2e") {
    process.exitCode = await runEndToEndTests(parameters);
    times.push(...endToEndReports().flatMap((file) => timesInPlaywright(readReport(file))));
    printSlowest();
    return;
  }
  const counts: Count[] = [
    await check("types", "npx", ["--no-install", "next", "typegen"]),
    ...(await checkCode()),
    runVitest(),
    await endToEnd(),
  ];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  if (failed > 0) process.exitCode = 1;
  printSlowest();
  for (const name of failures) console.log(`✗ ${name}`);
  console.log(`${passed} passed, ${failed} failed`);
});

/** The compiler needs one core for as long as all the others together need another. */
async function checkCode(): Promise<Count[]> {
  const types = check("types", "npx", ["--no-install", "tsc", "--noEmit"]);
  const others = [
    await check("lint", "npx", ["--no-install", "biome", "check", "--error-on-warnings", "."]),
    await check("imports", "npm", ["run", "--silent", "lint:imports"]),
    await check("dead code", "npx", ["--no-install", "knip"]),
  ];
  return [await types, ...others];
}

/** Prints what a program wrote once it has ended, so that two at a time can be read. */
async function check(name: string, program: string, parameters: string[]): Promise<Count> {
  const child = spawn(program, parameters, {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "pipe"],
    env: withoutTelemetry,
  });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  const isGood = code === 0;
  const written = `${output}${errors}`.trim();
  if (written) console.log(written);
  console.log(`${isGood ? "✓" : "✗"} ${name}: ${parameters.join(" ")}`);
  if (!isGood) failures.push(name);
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runVitest(): Count {
  const report = path.join(stateFolder("test"), "vitest.json");
  rmSync(report, { force: true });
  const { status } = spawnSync(
    "npx",
    [
      "--no-install",
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${report}`,
    ],
    { cwd: projectFolder, stdio: "inherit", env: withoutTelemetry },
  );
  const total = readReport(report);
  failures.push(...failedInVitest(total));
  times.push(...timesInVitest(total));
  return counted(status === 0, total?.numPassedTests, total?.numFailedTests);
}

async function endToEnd(): Promise<Count> {
  const code = await runEndToEndTests([]);
  const reports = endToEndReports().map(readReport);
  for (const report of reports) {
    failures.push(...failedInPlaywright(report));
    times.push(...timesInPlaywright(report));
  }
  const sum = (count: (stats: PlaywrightReport["stats"]) => number) =>
    reports.reduce((total, report) => total + (report ? count(report.stats) : 0), 0);
  const passed = sum(({ expected }) => expected);
  return counted(
    code === 0,
    passed,
    sum(({ unexpected, flaky }) => unexpected + flaky),
  );
}

function printSlowest(): void {
  console.log("The slowest files:");
  for (const line of describeSlowest(times)) console.log(line);
}

/** A runner that failed without a count, or ran nothing, counts as one failure. */
function counted(isGood: boolean, passed = 0, failed = 0): Count {
  const isHonest = isGood && passed > 0;
  return { passed, failed: isHonest ? failed : Math.max(1, failed) };
}
