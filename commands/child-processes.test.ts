import { expect, it } from "vitest";
import { filesWith, listSources, matchesIn, portalPlaces } from "../testing/sources";

const portal = listSources(portalPlaces);
const all = [...portal, ...listSources(["commands"])];

it("starts no process from the web server or worker, apart from the embedded database", () => {
  expect(filesWith(/"(?:node:)?child_process"/, portal)).toEqual([
    "db/embedded-guard.mjs",
    "db/embedded-host.ts",
    "db/embedded.ts",
  ]);
});

it("starts every process without a shell", () => {
  const imported = matchesIn(/import \{([^}]*)\} from "node:child_process"/g, all).flatMap(
    ({ match }) => match.split(",").map((name) => name.replace("type", "").trim()),
  );
  expect([...new Set(imported)].sort()).toEqual([
    "ChildProcess",
    "execFileSync",
    "fork",
    "spawn",
    "spawnSync",
  ]);
  expect(filesWith(/\bshell:/, all)).toEqual([]);
});
