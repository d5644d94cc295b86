import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../lib/core/log";
import { stopProgram } from "./children";

const MIN_PAUSE_MS = 250;
const MAX_PAUSE_MS = 4_000;

/** A process that was ready for so long has started well: the pauses begin at the shortest again. */
const STABLE_AFTER_MS = 10_000;

/** After this many failed starts a program is given up. */
const MAX_START_ATTEMPTS = 5;

export type Supervised = {
  /** Resolves when the process is ready for the first time. @throws Error when it cannot be started */
  ready: Promise<void>;
  /** Ends the process and does not start it again. */
  stop(timeoutMs?: number): Promise<void>;
};

/** @returns how long to wait before a process is restarted, by how often it ended in a row */
export function pauseBeforeRestart(failures: number): number {
  return Math.min(MAX_PAUSE_MS, MIN_PAUSE_MS * 2 ** (failures - 1));
}

/**
 * Keeps a process running: one that ends is started again, after pauses that grow while it keeps ending early.
 * @param launch starts the process, which sends a message once it is ready
 */
export function supervise(name: string, launch: () => ChildProcess): Supervised {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  let markReady = () => {};
  let giveUp = (_: Error) => {};
  const ready = new Promise<void>((resolve, reject) => {
    markReady = resolve;
    giveUp = reject;
  });

  async function run(): Promise<void> {
    let failures = 0;
    let wasReady = false;
    while (!stopping.signal.aborted) {
      let readySince = Number.POSITIVE_INFINITY;
      child = launch();
      child.once("message", () => {
        readySince = Date.now();
        wasReady = true;
        markReady();
      });
      const end = await waitForEnd(child);
      if (stopping.signal.aborted) return;
      failures = Date.now() - readySince >= STABLE_AFTER_MS ? 1 : failures + 1;
      if (!wasReady && failures >= MAX_START_ATTEMPTS) {
        giveUp(new Error(`${name} could not be started: it ended ${failures} times (${end}).`));
        return;
      }
      const pauseMs = pauseBeforeRestart(failures);
      log.error({ process: name, end, pauseMs }, "a process ended and is started again");
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  run().catch(giveUp);
  return {
    ready,
    async stop(timeoutMs) {
      stopping.abort();
      if (child) await stopProgram(child, timeoutMs);
    },
  };
}

/** @returns how a process ended, in words */
function waitForEnd(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
}
