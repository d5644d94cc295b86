import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "../commands/configuration";

type Figures = Record<string, number | string>;

const folder = path.join(projectFolder, ".wattdesk", "trust");
const document = path.join(projectFolder, "docs", "reliability.md");

/** Keeps what a trial found, for docs/reliability.md. */
export function reportTrial(title: string, figures: Figures): void {
  mkdirSync(folder, { recursive: true });
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ title, figures }, null, 2));
}

/**
 * Writes docs/reliability.md from what the trials found, each the last time that it ran: a section stays as it is
 * until its trial runs again, on any machine.
 */
export function writeReliabilityReport(): void {
  const sections = new Map([
    ...readSections(readFileSync(document, "utf8")),
    ...readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")))
      .map(({ title, figures }: { title: string; figures: Figures }): [string, string] => [
        title,
        describeTrial(title, figures),
      ]),
  ]);
  const trials = [...sections].toSorted(([a], [b]) => a.localeCompare(b)).map(([, text]) => text);
  writeFileSync(document, `${[introduction, ...trials].join("\n\n")}\n`);
}

/** The sections of a document by their titles. */
function readSections(text: string): [string, string][] {
  return text
    .split(/^(?=## )/m)
    .filter((section) => section.startsWith("## "))
    .map((section) => [section.slice(3, section.indexOf("\n")).trim(), section.trim()]);
}

const describeTrial = (title: string, figures: Figures) =>
  [
    `## ${title}`,
    "",
    "| measured | value |",
    "| --- | --- |",
    ...Object.entries(figures).map(([name, value]) => `| ${name} | ${value} |`),
  ].join("\n");

const introduction = `# Reliability

Written by \`npm run test:trust\`, which stops, kills and floods a real portal on a real PostgreSQL. Each section is the
last run of one trial in \`trust/\`. A trial that needs a Debian package that cannot be installed reports "not run".`;
