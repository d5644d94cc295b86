import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { projectFolder, stateFolder } from "../commands/configuration";
import { reportTrial } from "./report";

/** CONTRIBUTING.md's recipe "add a nullable text field to a building": its files, and what is added after which line. */
const edits = [
  {
    file: "db/schema/buildings.ts",
    after: "    streetAddInfo: varchar({ length: 100 }),\n",
    added: "    accessNotes: varchar({ length: 200 }),\n",
  },
  {
    file: "lib/customers/buildings/building-fields.ts",
    after: "export const buildingFields = {\n",
    added: `  accessNotes: {
    kind: "text",
    maxLength: 200,
    apiName: "access_notes",
    headings: ["zugang"],
    isPersonal: true,
    group: "facts",
  },
`,
  },
  {
    file: "messages/en/building-fields.ts",
    after: "export const buildingFields = {\n",
    added: `  accessNotes: "How to get in",\n`,
  },
  {
    file: "messages/de/building-fields.ts",
    after: "export const buildingFields = {\n",
    added: `  accessNotes: "Zugang zum Gebäude",\n`,
  },
];

const concerned = [
  "lib/absent-fields",
  "lib/support/personal-data",
  "lib/operations/imports/round-trip",
  "lib/customers/buildings",
  "partner-api/changes",
  "messages/",
  "db/functions",
];

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(stateFolder("test"), "add-field-"));
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: projectFolder, encoding: "utf8" });
  for (const file of files.split("\0").filter(Boolean)) {
    cpSync(path.join(projectFolder, file), path.join(copy, file));
  }
  symlinkSync(path.join(projectFolder, "node_modules"), path.join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

// The copy's own test run must not take itself for a part of this one.
const { VITEST, VITEST_MODE, TEST, TSX_TSCONFIG_PATH, ...environment } = process.env;

const run = (...parameters: string[]) =>
  spawnSync("npx", ["--no-install", ...parameters], {
    cwd: copy,
    encoding: "utf8",
    env: environment,
  });

function apply({ file, after, added }: (typeof edits)[number]): void {
  const text = readFileSync(path.join(copy, file), "utf8");
  expect(text).toContain(after);
  writeFileSync(path.join(copy, file), text.replace(after, `${after}${added}`));
}

function restore({ file, added }: (typeof edits)[number]): void {
  const text = readFileSync(path.join(copy, file), "utf8");
  writeFileSync(path.join(copy, file), text.replace(added, ""));
}

it("a nullable text field takes four files and a generated migration", () => {
  for (const edit of edits) apply(edit);
  expect(run("drizzle-kit", "generate", "--name", "access-notes").status).toBe(0);
  run("next", "typegen");
  const types = run("tsc", "--noEmit");
  expect(types.stdout).toBe("");
  const tests = run("vitest", "run", ...concerned);
  expect(tests.status, tests.stdout.slice(-4000)).toBe(0);
});

it.each(edits)("leaving out $file does not compile", (edit) => {
  restore(edit);
  const { status, stdout } = run("tsc", "--noEmit");
  apply(edit);
  expect(status).not.toBe(0);
  expect(stdout).toContain("accessNotes");
});

it("reports the recipe", () => {
  reportTrial("Adding a nullable text field to a building", {
    "files edited by hand": edits.length,
    "files whose omission does not compile": edits.length,
  });
});
