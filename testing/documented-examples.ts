import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Shape } from "./match-shape";

/** One request of the Partner API's documentation, as it is written there, and what it is answered. */
export type DocumentedExample = {
  /** The page of the documentation. */
  documentation: string;
  /** What has to be so before: a name of the test that replays it. */
  given?: string;
  request: { method: string; path: string; headers?: Record<string, string>; body?: unknown };
  answer: { status: number; body?: Shape };
};

export const examplesFolder = "testing/partner-api-examples";

const folder = path.join(process.cwd(), examplesFolder);
const shapesFolder = "shapes";

const read = (...file: string[]) => JSON.parse(readFileSync(path.join(folder, ...file), "utf8"));

/** The folders of examples, one for each resource. */
export const exampleFolders = (): string[] =>
  readdirSync(folder).filter((name) => name !== shapesFolder);

/** All examples by their names. */
export function readDocumentedExamples(): [string, DocumentedExample][] {
  return exampleFolders().flatMap((resource) =>
    readdirSync(path.join(folder, resource)).map((file): [string, DocumentedExample] => [
      `${resource}/${file.replace(".json", "")}`,
      read(resource, file),
    ]),
  );
}

/** A shape with those that it names by `$shape` in their places; fields beside the name count. */
export function withNamedShapes(shape: Shape): Shape {
  if (typeof shape !== "object" || shape === null) return shape;
  if (Array.isArray(shape)) return shape.map(withNamedShapes);
  const { $shape, ...own } = shape as Record<string, Shape>;
  const named = $shape === undefined ? {} : read(shapesFolder, `${$shape}.json`);
  const all: Record<string, Shape> = { ...named, ...own };
  return Object.fromEntries(
    Object.entries(all).map(([name, field]) => [name, withNamedShapes(field)]),
  );
}

/** A value with `{name}` in its texts replaced. */
export function fillIn<Value>(value: Value, names: Record<string, string>): Value {
  const text = JSON.stringify(value).replace(/\{(\w+)\}/g, (whole, name) => names[name] ?? whole);
  return JSON.parse(text);
}
