import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { requirementsSchema, splitEvidence, writeRequirements } from "./security-document";

const requirements = requirementsSchema.parse(JSON.parse(readFileSync("docs/asvs.json", "utf8")));
const document = readFileSync("docs/security.md", "utf8");

/** The requirements of levels 1 and 2 in OWASP ASVS 5.0.0, by section. */
const numbers: Record<string, number[]> = {
  "1.1": [1, 2],
  "1.2": [1, 2, 3, 4, 5, 6, 7, 8, 9],
  "1.3": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  "1.4": [1, 2, 3],
  "1.5": [1, 2],
  "2.1": [1, 2, 3],
  "2.2": [1, 2, 3],
  "2.3": [1, 2, 3, 4],
  "2.4": [1],
  "3.2": [1, 2],
  "3.3": [1, 2, 3, 4],
  "3.4": [1, 2, 3, 4, 5, 6],
  "3.5": [1, 2, 3, 4, 5],
  "3.7": [1, 2],
  "4.1": [1, 2, 3],
  "4.2": [1],
  "4.3": [1, 2],
  "4.4": [1, 2, 3, 4],
  "5.1": [1],
  "5.2": [1, 2, 3],
  "5.3": [1, 2],
  "5.4": [1, 2, 3],
  "6.1": [1, 2, 3],
  "6.2": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  "6.3": [1, 2, 3, 4],
  "6.4": [1, 2, 3, 4],
  "6.5": [1, 2, 3, 4, 5],
  "6.6": [1, 2, 3],
  "6.8": [1, 2, 3, 4],
  "7.1": [1, 2, 3],
  "7.2": [1, 2, 3, 4],
  "7.3": [1, 2],
  "7.4": [1, 2, 3, 4, 5],
  "7.5": [1, 2],
  "7.6": [1, 2],
  "8.1": [1, 2],
  "8.2": [1, 2, 3],
  "8.3": [1],
  "8.4": [1],
  "9.1": [1, 2, 3],
  "9.2": [1, 2, 3, 4],
  "10.1": [1, 2],
  "10.2": [1, 2],
  "10.3": [1, 2, 3, 4],
  "10.4": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  "10.5": [1, 2, 3, 4, 5],
  "10.6": [1, 2],
  "10.7": [1, 2, 3],
  "11.1": [1, 2],
  "11.2": [1, 2, 3],
  "11.3": [1, 2, 3],
  "11.4": [1, 2, 3, 4],
  "11.5": [1],
  "11.6": [1],
  "12.1": [1, 2, 3],
  "12.2": [1, 2],
  "12.3": [1, 2, 3, 4],
  "13.1": [1],
  "13.2": [1, 2, 3, 4, 5],
  "13.3": [1, 2],
  "13.4": [1, 2, 3, 4, 5],
  "14.1": [1, 2],
  "14.2": [1, 2, 3, 4],
  "14.3": [1, 2, 3],
  "15.1": [1, 2, 3],
  "15.2": [1, 2, 3],
  "15.3": [1, 2, 3, 4, 5, 6, 7],
  "16.1": [1],
  "16.2": [1, 2, 3, 4, 5],
  "16.3": [1, 2, 3, 4],
  "16.4": [1, 2, 3],
  "16.5": [1, 2, 3],
  "17.1": [1],
  "17.2": [1, 2, 3, 4],
  "17.3": [1, 2],
};

const LEVEL_1_COUNT = 70;

it("maps exactly the requirements of levels 1 and 2, in their order", () => {
  const expected = Object.entries(numbers).flatMap(([section, last]) =>
    last.map((number) => `${section}.${number}`),
  );
  expect(expected).toHaveLength(253);
  expect(requirements.map(({ id }) => id)).toEqual(expected);
  expect(requirements.filter(({ level }) => level === 1)).toHaveLength(LEVEL_1_COUNT);
});

it.each([
  { state: "met, no test", evidence: ["lib/core/env.test.ts"] },
  { state: "met", evidence: ["lib/core/env.ts"] },
  { state: "met", evidence: [] },
  { state: "not applicable", why: "" },
  { state: "open", why: "No test exists" },
])("has no requirement with %j", (row) => {
  const requirement = { id: "1.1.1", level: 2, title: "Input is decoded once", ...row };
  expect(requirementsSchema.safeParse([requirement]).success).toBe(false);
});

it("names only files and tests that exist", () => {
  for (const row of requirements) {
    if (row.state !== "met") continue;
    for (const evidence of row.evidence) {
      const { file, name } = splitEvidence(evidence);
      expect(existsSync(file), `${row.id}: ${file}`).toBe(true);
      if (name) expect(readFileSync(file, "utf8").includes(name), `${row.id}: ${name}`).toBe(true);
    }
  }
});

it("stands in docs/security.md as npm run docs:security writes it", () => {
  expect(document).toBe(writeRequirements(document, requirements));
});
