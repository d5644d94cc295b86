import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

export type ServiceAccount = { uid: number; gid: number };

/** The account PostgreSQL runs under when we are root, which it refuses to run as; else undefined. */
export function serviceAccount(): ServiceAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const uid = accountNumber("-u");
  const gid = accountNumber("-g");
  return { uid, gid };
}

function accountNumber(which: "-u" | "-g"): number {
  const answer = spawnSync("id", [which, "nobody"], { encoding: "utf8" });
  // Where the program is missing, there is no output at all.
  const number = Number.parseInt(answer.stdout ?? "", 10);
  return Number.isInteger(number) && number > 0 ? number : 65534;
}

/** Whether everybody may pass through all folders above a path. */
export function isReachableByOthers(target: string): boolean {
  let folder = path.dirname(target);
  for (;;) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

/** The wanted folder, or one of the same identity in /var/tmp that the service account can reach. */
export function settleDirectory(wanted: string, account: ServiceAccount | undefined): string {
  if (!account || isReachableByOthers(wanted)) return wanted;
  const identity = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  return path.join("/var/tmp", `wattdesk-${identity}`);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a process id belongs to a PostgreSQL server; ids are used again by other programs. */
export function isServerProcess(pid: number): boolean {
  if (!isRunning(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  if (existsSync("/proc/self/cmdline")) {
    try {
      return readFileSync(commandLine, "utf8").includes("postgres");
    } catch {
      return false;
    }
  }
  const answer = spawnSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" });
  return answer.stdout?.includes("postgres") ?? false;
}
