import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./configuration";

const sources = [
  "app",
  "components",
  "db",
  "lib",
  "messages",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const fingerprintFile = path.join(projectFolder, ".next", "wattdesk-fingerprint");

/** Builds the portal unless the last build was of just these sources. */
export function buildIfNeeded(): void {
  const fingerprint = fingerprintOfSources();
  const isBuilt =
    existsSync(path.join(projectFolder, ".next", "BUILD_ID")) &&
    existsSync(fingerprintFile) &&
    readFileSync(fingerprintFile, "utf8") === fingerprint;
  if (isBuilt) return;
  console.log("Building the portal (once, until its sources change) …");
  const result = spawnSync(
    process.execPath,
    [path.join(projectFolder, "node_modules", "next", "dist", "bin", "next"), "build"],
    {
      cwd: projectFolder,
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        WATTDESK_BUILD_WITHOUT_TYPES: "true",
      },
    },
  );
  if (result.status !== 0) throw new Error(`The build failed.\n${result.stdout}\n${result.stderr}`);
  writeFileSync(fingerprintFile, fingerprint);
}

function fingerprintOfSources(): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    const full = path.join(projectFolder, source);
    if (!existsSync(full)) continue;
    for (const file of filesBelow(full)) {
      hash.update(path.relative(projectFolder, file)).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

function filesBelow(target: string): string[] {
  if (statSync(target).isFile()) return [target];
  const entries = readdirSync(target, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
