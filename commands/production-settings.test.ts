import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import nextConfig from "../next.config";
import { filesWith, listSources, portalPlaces } from "../testing/sources";

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

it("gives browsers neither source maps nor the server's name", () => {
  expect(nextConfig.productionBrowserSourceMaps ?? false).toBe(false);
  expect(nextConfig.poweredByHeader).toBe(false);
});

it("runs Next in its development mode only where the mode is development", () => {
  const server = readFileSync("web-server.ts", "utf8");
  expect(server).toContain('const isDevelopment = WATTDESK_MODE === "development";');
  expect(server.match(/\bdev: \w+/g)).toEqual(["dev: isDevelopment"]);
});

it("imports no tests, nor what tests share, into the portal", () => {
  const imports = /from "(?:@\/|(?:\.{1,2}\/)+)(?:testing|trust|e2e|bench)\/|from "[^"]*\.test"/;
  expect(filesWith(imports, listSources(portalPlaces))).toEqual([]);
});

it("compiles strictly, and compares with === only", () => {
  expect(read("tsconfig.json")).toMatchObject({
    compilerOptions: { strict: true, noUncheckedIndexedAccess: true },
  });
  expect(read("biome.json")).toMatchObject({
    linter: { rules: { preset: "recommended", suspicious: { noDoubleEquals: "error" } } },
  });
  expect(readFileSync("biome.json", "utf8")).not.toMatch(/"noDoubleEquals": "(?:off|warn|info)"/);
});
