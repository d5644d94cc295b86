const INTERVAL_MS = 1000;

/**
 * Watches whether npm, which started the process, is still there. Killed, it can pass no signal on, and a
 * supervisor that started npm could not stop what it has left behind.
 */
export function watchParent(onLoss: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onLoss();
  }, INTERVAL_MS);
  timer.unref();
}
