import { AsyncLocalStorage } from "node:async_hooks";

type Progress = { hasReachedOurs: boolean };

/** Next loads our code in its own bundles, so that a module's variable would be another one there. */
const holder: { wattdeskProgress?: AsyncLocalStorage<Progress> } = globalThis as never;
holder.wattdeskProgress ??= new AsyncLocalStorage<Progress>();
const storage = holder.wattdeskProgress;

/** Notes that a page or an action of ours runs: what fails from now on is no fault of the request's form. */
export function markReached(): void {
  const progress = storage.getStore();
  if (progress) progress.hasReachedOurs = true;
}

/** Runs a request. @param handle gets a function that says whether code of ours has run by then */
export function trackProgress(handle: (hasReachedOurs: () => boolean) => void): void {
  const progress = { hasReachedOurs: false };
  storage.run(progress, () => handle(() => progress.hasReachedOurs));
}
