import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    startTime: number;
    endTime: number;
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
  }[];
};

type PlaywrightSuite = {
  specs: {
    title: string;
    file: string;
    ok: boolean;
    tests: { results: { duration: number; error?: { message?: string } }[] }[];
  }[];
  suites?: PlaywrightSuite[];
};

export type PlaywrightReport = {
  suites: PlaywrightSuite[];
  stats: { expected: number; unexpected: number; flaky: number };
};

/** @returns what a runner of tests wrote to a file as JSON; undefined where it wrote nothing */
export const readReport = (file: string) =>
  existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;

/** The names of a Vitest report's failed tests, each with the beginning of what was wrong. */
export function failedInVitest(report: VitestReport | undefined): string[] {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    // A file that could not be run at all has no tests to name.
    if (file.status === "failed" && failed.length === 0)
      return [described(file.name, file.message)];
    return failed.map((test) =>
      described(`${file.name}: ${test.fullName}`, test.failureMessages?.[0]),
    );
  });
}

/** The names of a Playwright report's failed tests, those that passed only when tried again among them. */
export function failedInPlaywright(report: Pick<PlaywrightReport, "suites"> | undefined): string[] {
  return listSpecs(report).flatMap(({ title, file, tests }) => {
    const errors = tests.flatMap(({ results }) => results).flatMap(({ error }) => error ?? []);
    return errors.length > 0 ? [described(`${file}: ${title}`, errors[0]?.message)] : [];
  });
}

/** The tests of a Playwright report, those of suites within suites among them. */
export function listSpecs(
  report: Pick<PlaywrightReport, "suites"> | undefined,
): PlaywrightSuite["specs"] {
  const specsOf = (suite: PlaywrightSuite): PlaywrightSuite["specs"] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
  return (report?.suites ?? []).flatMap(specsOf);
}

const maxLines = 24;

/** A name with the beginning of what was wrong, indented, without a terminal's colours. */
function described(name: string, message = ""): string {
  const lines = stripVTControlCharacters(message).split("\n").filter(Boolean);
  return [name, ...lines.slice(0, maxLines).map((line) => `    ${line}`)].join("\n");
}
