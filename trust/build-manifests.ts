import { readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "../commands/configuration";

/** A manifest of the build, by its name. */
const readManifest = (name: string) =>
  JSON.parse(readFileSync(path.join(projectFolder, ".next/server", name), "utf8"));

/** Paths of pages and routes, with the parts that stand for ids in brackets. */
export const paths = Object.keys(readManifest("app-paths-manifest.json"))
  .filter((name) => /\/(page|route)$/.test(name))
  .map((name) => name.replace(/\/\([^)]+\)/g, "").replace(/\/(page|route)$/, "") || "/");

/** The server actions with a page that holds each. */
export const actionIds = Object.entries(
  readManifest("server-reference-manifest.json").node as Record<
    string,
    { exportedName: string; workers: Record<string, unknown> }
  >,
).map(([id, { exportedName, workers }]) => ({
  id,
  name: exportedName,
  page: Object.keys(workers)[0] ?? "",
}));
