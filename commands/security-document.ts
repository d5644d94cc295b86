import { z } from "zod";

const requirement = z.object({
  /** The number in OWASP ASVS 5.0. */
  id: z.string().regex(/^\d+\.\d+\.\d+$/),
  level: z.union([z.literal(1), z.literal(2)]),
  title: z.string().min(1),
});

/** A file of tests, or `file: name` with the name of a test. */
const evidence = z.string().regex(/^[^:]+\.(test|spec|trust)\.tsx?(: .+)?$/);

/** What docs/asvs.json holds: each requirement with its state, and the tests that show it. */
export const requirementsSchema = z.array(
  z.discriminatedUnion("state", [
    requirement.extend({ state: z.literal("met"), evidence: z.array(evidence).min(1) }).strict(),
    requirement.extend({ state: z.literal("not applicable"), why: z.string().min(1) }).strict(),
    requirement
      .extend({
        state: z.literal("open"),
        why: z.string().min(1),
        owner: z.enum(["maintainers", "operators", "organizations"]),
      })
      .strict(),
  ]),
);

/** @returns the file of an evidence, and the name of its test where it has one */
export function splitEvidence(evidence: string): { file: string; name: string | undefined } {
  const end = evidence.indexOf(": ");
  if (end < 0) return { file: evidence, name: undefined };
  return { file: evidence.slice(0, end), name: evidence.slice(end + 2) };
}

type Requirements = z.output<typeof requirementsSchema>;

const START = "<!-- asvs: made by npm run docs:security from docs/asvs.json -->";
const END = "<!-- asvs: end -->";

/**
 * Replaces the table of requirements in docs/security.md.
 * @returns the document with the table that the data gives
 * @throws Error when the document has lost its markers
 */
export function writeRequirements(document: string, requirements: Requirements): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error("docs/security.md has no place for the table.");
  const table = [START, "", summary(requirements), "", ...tableOf(requirements), ""].join("\n");
  return document.slice(0, start) + table + document.slice(end);
}

function summary(requirements: Requirements): string {
  const count = (state: Requirements[number]["state"]) =>
    requirements.filter((row) => row.state === state).length;
  return `${requirements.length} requirements of levels 1 and 2: ${count("met")} met, ${count("not applicable")} not applicable, ${count("open")} open.`;
}

function tableOf(requirements: Requirements): string[] {
  return [
    "| requirement | level | about | state | evidence or reason |",
    "| --- | --- | --- | --- | --- |",
    ...requirements.map(
      (row) => `| ${row.id} | ${row.level} | ${row.title} | ${row.state} | ${reasonOf(row)} |`,
    ),
  ];
}

function reasonOf(row: Requirements[number]): string {
  if ("evidence" in row) return row.evidence.map(writeEvidence).join(", ");
  return row.state === "open" ? `${row.why} (to ${row.owner})` : row.why;
}

function writeEvidence(evidence: string): string {
  const { file, name } = splitEvidence(evidence);
  return name ? `\`${file}\` “${name}”` : `\`${file}\``;
}
