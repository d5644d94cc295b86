import "server-only";

/** How long this process refuses from memory: another process may have cleared the limit. */
const MAX_BLOCK_MS = 5_000;

const MAX_BLOCKED_KEYS = 10_000;

type Block = { until: number; limitEnds: number };

/** Keys of limits that were found used up a moment ago, the oldest first. */
const blocks = new Map<string, Block>();

/** @param msLeft how long the limit will stay used up */
export function blockUntil(key: string, msLeft: number): void {
  const now = performance.now();
  blocks.delete(key);
  blocks.set(key, { until: now + Math.min(MAX_BLOCK_MS, msLeft), limitEnds: now + msLeft });
  const [oldest] = blocks.keys();
  if (blocks.size > MAX_BLOCKED_KEYS && oldest !== undefined) blocks.delete(oldest);
}

/** @returns for how many milliseconds the limit stays used up; undefined where the database has to be asked */
export function findBlock(key: string): number | undefined {
  const block = blocks.get(key);
  if (!block) return undefined;
  const now = performance.now();
  if (block.until > now) return block.limitEnds - now;
  blocks.delete(key);
  return undefined;
}

export function unblock(key: string): void {
  blocks.delete(key);
}
