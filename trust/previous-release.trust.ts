import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, inject, it } from "vitest";
import { projectFolder, stateFolder } from "../commands/configuration";
import { findPreviousRelease } from "../commands/previous-release";
import { templateName } from "../testing/database-server";
import { reportTrial } from "./report";

/** What most of the portal's queries and commands are in. `TRIAL_PREVIOUS=all` runs the tests of everything else, too. */
const REPRESENTATIVE = [
  "/access/",
  "/use-cases/",
  "/auth/",
  "/devices/",
  "/end-users/",
  "/team/",
  "partner-api/calls",
];
const ALL = ["app/", "lib/", "partner-api/"];
const isComplete = process.env.TRIAL_PREVIOUS === "all";

const TITLE = "Tests of the previous release on the new schema";
const previous = findPreviousRelease(projectFolder);
if ("reason" in previous) {
  process.stdout.write(`not run: ${TITLE} (${previous.reason})\n`);
  reportTrial(TITLE, { "not run": previous.reason });
}

type Results = {
  numPassedTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

/** The code of a commit in its own folder, with the packages of this one. */
function checkOut(commit: string): string {
  const folder = mkdtempSync(path.join(stateFolder("test"), "previous-release-"));
  const archive = execFileSync("git", ["archive", commit], {
    cwd: projectFolder,
    maxBuffer: 512 * 1024 * 1024,
  });
  execFileSync("tar", ["-x", "-C", folder], { input: archive });
  symlinkSync(path.join(projectFolder, "node_modules"), path.join(folder, "node_modules"));
  return folder;
}

/** The databases of its tests are copied from the template that the new migrations made. */
function provideNewSchema(folder: string): void {
  const file = path.join(folder, "testing/database-server.ts");
  if (!existsSync(file)) throw new Error("The previous release has no testing/database-server.ts");
  writeFileSync(
    file,
    `import type { TestProject } from "vitest/node";
export const templateName = ${JSON.stringify(templateName)};
export default function setup(project: TestProject) {
  project.provide("serverUrl", ${JSON.stringify(inject("serverUrl"))});
}
`,
  );
}

async function runDatabaseTests(folder: string, filters: string[]): Promise<Results> {
  const output = path.join(folder, "results.json");
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITE|TEST)/.test(name));
  const log = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [
        path.join(folder, "node_modules/vitest/vitest.mjs"),
        "run",
        "--project=database",
        "--reporter=json",
        `--outputFile=${output}`,
        ...filters,
      ],
      {
        cwd: folder,
        env: { ...Object.fromEntries(inherited), NODE_ENV: "test" },
        maxBuffer: 64 * 1024 * 1024,
      },
      // A failed test ends it with a status; what failed stands in the results.
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
  });
  if (!existsSync(output)) throw new Error(`The tests did not run.\n${log}`);
  return JSON.parse(readFileSync(output, "utf8")) as Results;
}

/** One line for each test that failed, and for each file that could not be loaded. */
function listFailures(folder: string, { testResults }: Results): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(folder, name);
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (assertionResults.length === 0) return [`${file}: ${message}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}: ${failureMessages[0] ?? ""}`,
    );
  });
}

it.skipIf("reason" in previous)(
  "the previous release passes its database tests on the new schema",
  async () => {
    if ("reason" in previous) return;
    const folder = checkOut(previous.commit);
    try {
      provideNewSchema(folder);
      const results = await runDatabaseTests(folder, isComplete ? ALL : REPRESENTATIVE);
      const failures = listFailures(folder, results);
      reportTrial(TITLE, {
        "previous release": previous.name,
        "tests of": isComplete ? "everything but migrations" : REPRESENTATIVE.join(", "),
        "files run": results.testResults.length,
        "tests passed": results.numPassedTests,
        "tests failed": failures.length,
      });
      expect(failures).toEqual([]);
      expect(results.numPassedTests).toBeGreaterThan(100);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
