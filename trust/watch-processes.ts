import type { LaunchedPortal } from "@/testing/launched-portal";

/** Notes how long a process was away each time that one ended, in milliseconds. */
export function watchProcesses(portal: LaunchedPortal) {
  const gaps: number[] = [];
  const known = portal.processes();
  const goneSince = new Map<string, number>();
  const look = () => {
    for (const name of ["web", "worker"] as const) {
      if (isRunning(known[name])) continue;
      const since = goneSince.get(name) ?? performance.now();
      goneSince.set(name, since);
      known[name] = portal.processes()[name];
      if (known[name] === undefined) continue;
      gaps.push(performance.now() - since);
      goneSince.delete(name);
    }
  };
  const timer = setInterval(look, 100);
  return {
    stop() {
      clearInterval(timer);
      return gaps;
    },
  };
}

function isRunning(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
