/** A counter that work counts against while it is in, and how much of it may be in at once. */
export type GateLimit = readonly [key: string, max: number];

type Waiting = { limits: readonly GateLimit[]; enter: () => void };

/** Why work was not let in. */
export class GateRefusal extends Error {
  override name = "GateRefusal";
  constructor(readonly reason: "full" | "timeout" | "aborted") {
    super(`No turn: ${reason}`);
  }
}

type GateOptions = {
  /** How long work waits for its turn, in milliseconds. */
  waitMs: number;
  /** Beyond this many waiting, work is refused at once: a queue without a bound would only grow. */
  maxWaiting: number;
};

/** Lets work in, in order of arrival but for what would exceed one of its limits. */
export function createGate({ waitMs, maxWaiting }: GateOptions) {
  const held = new Map<string, number>();
  const waiting: Waiting[] = [];

  const holds = (key: string) => held.get(key) ?? 0;
  const add = (key: string, difference: number) => {
    const count = holds(key) + difference;
    if (count === 0) held.delete(key);
    else held.set(key, count);
  };
  const hasRoom = (limits: readonly GateLimit[]) => limits.every(([key, max]) => holds(key) < max);

  function take(limits: readonly GateLimit[]): () => void {
    for (const [key] of limits) add(key, 1);
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      for (const [key] of limits) add(key, -1);
      admitWaiting();
    };
  }

  function admitWaiting(): void {
    for (let index = 0; index < waiting.length; ) {
      const candidate = waiting[index];
      if (candidate && hasRoom(candidate.limits)) {
        waiting.splice(index, 1);
        candidate.enter();
      } else index++;
    }
  }

  return {
    /** Lets work in that does not wait. @returns gives the turn back; undefined when there is no room */
    tryEnter: (limits: readonly GateLimit[]): (() => void) | undefined =>
      hasRoom(limits) ? take(limits) : undefined,
    /**
     * Waits for a turn.
     * @returns gives the turn back; calling it again does nothing
     * @throws GateRefusal when the queue is full, the wait was too long, or the signal was aborted
     */
    async enter(limits: readonly GateLimit[], signal?: AbortSignal): Promise<() => void> {
      if (signal?.aborted) throw new GateRefusal("aborted");
      if (hasRoom(limits)) return take(limits);
      if (waiting.length >= maxWaiting) throw new GateRefusal("full");
      return new Promise((resolve, reject) => {
        const entry: Waiting = {
          limits,
          enter: () => {
            stopWaiting();
            resolve(take(limits));
          },
        };
        const refuse = (reason: "timeout" | "aborted") => {
          stopWaiting();
          waiting.splice(waiting.indexOf(entry), 1);
          reject(new GateRefusal(reason));
        };
        const onAbort = () => refuse("aborted");
        const timer = setTimeout(() => refuse("timeout"), waitMs);
        const stopWaiting = () => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", onAbort);
        };
        signal?.addEventListener("abort", onAbort, { once: true });
        waiting.push(entry);
      });
    },
    get waitingCount(): number {
      return waiting.length;
    },
  };
}
