import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { tools } from "./tools";

const document = readFileSync("docs/assistants.md", "utf8");

const rows = [...document.matchAll(/^\| ([^|]+?) +\| `(\w+)` +\| ([^|]+?) +\| ([^|]*?) *\|$/gm)];

it("documents every tool, with what it does and the fields that it writes", () => {
  const documented = rows.map(([, tag, name, title, fields = ""]) => ({
    tag,
    name,
    title,
    fields: [...fields.matchAll(/`(\w+)`/g)].map(([, field]) => field),
  }));
  expect(documented).toEqual(
    [...tools.values()].map(({ operation, listed, body }) => ({
      tag: operation.tag,
      name: listed.name,
      title: listed.title,
      fields: body,
    })),
  );
});
