import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program of each Debian package that trials run. */
const programs = {
  postgresql: "/usr/lib/postgresql/15/bin/postgres",
  pgbouncer: "/usr/sbin/pgbouncer",
} as const;

export type DebianPackage = keyof typeof programs;

/**
 * Sees to it that Debian packages are there, and installs them where it may.
 * @returns whether they are; a trial without them says that it was not run
 */
export function hasDebianPackages(...packages: DebianPackage[]): boolean {
  const missing = packages.filter((name) => !existsSync(programs[name]));
  if (missing.length === 0) return true;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env });
  spawnSync("apt-get", ["install", "-y", "-qq", ...missing], { env });
  return packages.every((name) => existsSync(programs[name]));
}
