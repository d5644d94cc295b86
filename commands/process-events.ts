import { log } from "../lib/core/log";

/** How long a process may go on with what it has begun after it was asked to stop. */
const DRAIN_TIMEOUT_MS = 22_000;

/** After an uncaught error less is waited for: the state of the process is not to be trusted. */
const CRASH_TIMEOUT_MS = 2_000;

type Stop = (timeoutMs: number) => Promise<unknown>;

let stop: Stop = () => Promise.resolve();
let drainTimeoutMs = DRAIN_TIMEOUT_MS;
let isEnding = false;

/**
 * Ends the process in order on SIGTERM, SIGINT and SIGHUP, on the loss of the process that forked it, and after an
 * uncaught error, of which one line is logged. Call before anything that takes time: an early signal counts, too.
 * @param toleratesRejections whether a promise that was rejected and not awaited is only logged. Next leaves such
 *   promises behind, when a page begins a read and then answers `forbidden()` say; to end the web process for them
 *   would let a stranger restart it.
 */
export function handleProcessEvents({ toleratesRejections = false } = {}): void {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => endProcess(0));
  }
  if (process.send) {
    process.once("disconnect", () => endProcess(0));
    // It was lost while this process was loading.
    if (!process.connected) void endProcess(0);
  }
  // Next adds listeners that print such errors and go on; this callback is asked instead of any listener.
  process.setUncaughtExceptionCaptureCallback(crash);
  const reject = toleratesRejections ? logRejection : crash;
  process.on("unhandledRejection", reject);
  // Next registers the function it finds here, and leaves it at that when it is registered already.
  Object.assign(globalThis, { [Symbol.for("next.unhandledRejectionListener")]: reject });
}

/**
 * Sets what has to be done before the process ends.
 * @param timeoutMs how long that may take; a process that stops others gives them time, too
 */
export function onShutdown(newStop: Stop, timeoutMs = DRAIN_TIMEOUT_MS): void {
  stop = newStop;
  drainTimeoutMs = timeoutMs;
}

function logRejection(error: unknown): void {
  log.error({ err: error }, "a promise was rejected and not awaited");
}

function crash(error: unknown): void {
  if (isEnding) return;
  log.fatal({ err: error }, "uncaught error, the process ends");
  void endProcess(1, CRASH_TIMEOUT_MS);
}

/** Stops what runs, within a limit, and ends the process. Only the first call counts. */
export async function endProcess(exitCode: number, timeoutMs = drainTimeoutMs): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  const timer = setTimeout(() => process.exit(exitCode), timeoutMs);
  try {
    await stop(timeoutMs);
    process.exit(exitCode);
  } catch (error) {
    clearTimeout(timer);
    log.error({ err: error }, "the process could not be stopped in order");
    process.exit(1);
  }
}
