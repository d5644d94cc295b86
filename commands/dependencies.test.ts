import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const versions = z.record(z.string(), z.string());
const manifest = z.object({ dependencies: versions, devDependencies: versions });
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ integrity: z.string().optional(), optional: z.boolean().optional() }),
  ),
});

const { dependencies, devDependencies } = manifest.parse(read("package.json"));
const direct = Object.entries({ ...dependencies, ...devDependencies });

it("gives the reason for every direct dependency in decision 1", () => {
  const named = readFileSync("docs/decisions/001-dependencies.md", "utf8")
    .split("\n")
    .flatMap((line) => (/^\| ([^|]+)\|/.exec(line)?.[1] ?? "").split(/[\s,]+/));
  const missing = direct.filter(([name]) => !named.includes(name) && !name.startsWith("@types/"));
  expect(missing).toEqual([]);
});

it("pins every direct dependency to one version", () => {
  expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

it("locks every installed package by its hash", () => {
  const { packages } = lock.parse(read("package-lock.json"));
  const installed = Object.entries(packages).filter(([path]) => path !== "");
  expect(installed.length).toBeGreaterThan(direct.length);
  // npm notes no hash for binaries of other platforms, which are not installed.
  const unlocked = installed.filter(
    ([, { integrity, optional }]) =>
      !(integrity === undefined ? optional : integrity.startsWith("sha512-")),
  );
  expect(unlocked).toEqual([]);
});
