import { expect, it } from "vitest";
import { describeSlowest, timesInPlaywright, timesInVitest } from "./slowest-files";

it("sums up the tests of a Playwright file, of suites within suites too", () => {
  const spec = (file: string, duration: number) => ({
    title: "a test",
    file,
    ok: true,
    tests: [{ results: [{ duration }] }],
  });
  const report = {
    suites: [
      { specs: [spec("login.spec.ts", 1500)], suites: [{ specs: [spec("login.spec.ts", 500)] }] },
      { specs: [spec("team.spec.ts", 3000)] },
    ],
  };
  expect(timesInPlaywright(report)).toEqual([
    { file: "e2e/login.spec.ts", seconds: 2 },
    { file: "e2e/team.spec.ts", seconds: 3 },
  ]);
});

it("names the ten slowest files, the slowest first", () => {
  const report = {
    testResults: Array.from({ length: 12 }, (_, place) => ({
      name: `${process.cwd()}/lib/file-${place}.test.ts`,
      status: "passed",
      message: "",
      startTime: 0,
      endTime: place * 1000,
      assertionResults: [],
    })),
  };
  const lines = describeSlowest(timesInVitest(report));
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe("   11.0 s  lib/file-11.test.ts");
});

it("knows no file where a runner wrote no report", () => {
  expect(describeSlowest([...timesInVitest(undefined), ...timesInPlaywright(undefined)])).toEqual(
    [],
  );
});
