import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exampleFolders, examplesFolder } from "@/testing/documented-examples";

const document = readFileSync("docs/api-compatibility.md", "utf8");
const [, table = ""] = /\n(\| endpoint +\| state [\s\S]*?)\n\n/.exec(document) ?? [];

const rows = table
  .split("\n")
  .slice(2)
  .map((line) => {
    const [endpoint = "", state = "", test = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    const folders = [...test.matchAll(/`([\w-]+)\/`/g)].map(([, name = ""]) => name);
    return { endpoint, state, folders };
  });

describe("the table of documented endpoints", () => {
  it("has rows, each with a state", () => {
    expect(rows.length).toBeGreaterThan(10);
    const states = rows.map(({ state }) => state);
    expect([...new Set(states)].sort()).toEqual(["differs", "not built", "same"]);
  });

  it.each(rows.filter(({ state }) => state === "same"))(
    'names examples that are replayed before it says "same" of $endpoint',
    ({ folders }) => {
      expect(folders.length).toBeGreaterThan(0);
      for (const name of folders) {
        expect(exampleFolders()).toContain(name);
        expect(readdirSync(`${examplesFolder}/${name}`).length).toBeGreaterThan(0);
      }
    },
  );

  it("names every folder of examples", () => {
    const named = new Set(rows.flatMap(({ folders }) => folders));
    expect(exampleFolders().filter((name) => !named.has(name))).toEqual([]);
  });
});
