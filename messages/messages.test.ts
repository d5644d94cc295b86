import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { auditActions } from "@/lib/core/audit/actions";
import german from "./de";
import english from "./en";
import { flatten } from "./flatten";

const englishTexts = new Map(flatten(english));
const germanTexts = new Map(flatten(german));

/** The names in braces and tags of a message, which both languages must use. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? "");
  const tags = [...text.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? "");
  return [...new Set([...names, ...tags])].sort();
}

it("has the same keys in both languages", () => {
  expect([...germanTexts.keys()].sort()).toEqual([...englishTexts.keys()].sort());
});

it.each([...englishTexts])("%s says the same in German", (key, text) => {
  const translated = germanTexts.get(key) ?? "";
  expect(translated === "").toBe(text === "");
  expect(placeholders(translated)).toEqual(placeholders(text));
});

it("names every audited action", () => {
  for (const action of auditActions) {
    expect(englishTexts.has(`audit.actions.${action.replace(".", "_")}`), action).toBe(true);
  }
});

const root = fileURLToPath(new URL("..", import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes(".test."),
    )
    .map((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), "utf8"));
}

describe("problems", () => {
  it("thrown anywhere have their words", () => {
    const thrown = ["lib", "app"]
      .flatMap(sources)
      .flatMap((source) => [
        ...source.matchAll(/new Conflict\("(\w+)"\)/g),
        ...source.matchAll(/error: "(\w+)" \}/g),
        ...source.matchAll(/problem: [`"](\w+)/g),
        ...source.matchAll(/new Invalid\(\{ \w+: [`"](\w+)/g),
      ])
      .map((match) => match[1] ?? "");
    expect(new Set(thrown).size).toBeGreaterThan(20);
    for (const problem of thrown)
      expect(englishTexts.has(`problems.${problem}`), problem).toBe(true);
  });
});
