import path from "node:path";
import { projectFolder } from "./configuration";
import { listSpecs, type PlaywrightReport, type VitestReport } from "./failed-tests";

const SLOWEST_FILES = 10;

export type FileTime = { file: string; seconds: number };

/** How long each file of a Vitest report took, from its first test to its last. */
export const timesInVitest = (report: VitestReport | undefined): FileTime[] =>
  (report?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    file: path.relative(projectFolder, name),
    seconds: (endTime - startTime) / 1000,
  }));

/** How long the tests of each file of a Playwright report took together. */
export function timesInPlaywright(
  report: Pick<PlaywrightReport, "suites"> | undefined,
): FileTime[] {
  const seconds = new Map<string, number>();
  for (const { file, tests } of listSpecs(report)) {
    for (const { duration } of tests.flatMap(({ results }) => results)) {
      seconds.set(file, (seconds.get(file) ?? 0) + duration / 1000);
    }
  }
  return [...seconds].map(([file, total]) => ({ file: `e2e/${file}`, seconds: total }));
}

/** The lines that name the slowest files, the slowest first. */
export const describeSlowest = (times: FileTime[]): string[] =>
  times
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST_FILES)
    .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
