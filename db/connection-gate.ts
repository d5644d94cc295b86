/** Whose work it is, by which the gate shares out the connections. */
export type Workload = {
  organizationId: string;
  /** The person, API client or address that asked; undefined for the portal's own work. */
  caller?: string | undefined;
  isWrite: boolean;
};

export type GateLimits = {
  connections: number;
  /** How long work waits for its turn, in milliseconds. */
  waitMs: number;
};

/** Beyond this many waiting, work is refused at once: a queue without a bound would only grow. */
const MAX_WAITING = 500;

/** How many connections one caller may hold, for reads and writes together, and for writes alone. */
const MAX_PER_CALLER = 4;
const MAX_WRITES_PER_CALLER = 2;

type Waiting = { workload: Workload; enter: () => void };

/** Why work was not let in. */
export class GateRefusal extends Error {
  override name = "GateRefusal";
  constructor(readonly reason: "full" | "timeout" | "aborted") {
    super(`No database connection: ${reason}`);
  }
}

/**
 * Lets work in as connections become free, in order of arrival but for those whose caller or organization holds its
 * share already. One caller's writes wait here rather than at a row lock, where each of them would hold a connection;
 * and no organization can hold the connections of all.
 */
export function createConnectionGate({ connections, waitMs }: GateLimits) {
  // With a single connection there is nothing to share out.
  const maxPerOrganization = Math.max(1, connections - 2);
  const maxWritesPerOrganization = Math.max(1, Math.ceil(connections / 2));
  const held = new Map<string, number>();
  const waiting: Waiting[] = [];

  const holds = (key: string) => held.get(key) ?? 0;
  const add = (key: string, difference: number) => {
    const count = holds(key) + difference;
    if (count === 0) held.delete(key);
    else held.set(key, count);
  };

  /** The counters that a workload counts against, each with its limit. */
  function limitsOf({ organizationId, caller, isWrite }: Workload): [string, number][] {
    const limits: [string, number][] = [["all", connections]];
    if (organizationId) {
      limits.push([`organization ${organizationId}`, maxPerOrganization]);
      if (isWrite) limits.push([`organization writes ${organizationId}`, maxWritesPerOrganization]);
    }
    if (caller) {
      limits.push([`caller ${caller}`, MAX_PER_CALLER]);
      if (isWrite) limits.push([`caller writes ${caller}`, MAX_WRITES_PER_CALLER]);
    }
    return limits;
  }

  const hasRoom = (workload: Workload) =>
    limitsOf(workload).every(([key, max]) => holds(key) < max);

  function take(workload: Workload): () => void {
    const keys = limitsOf(workload).map(([key]) => key);
    for (const key of keys) add(key, 1);
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      for (const key of keys) add(key, -1);
      admitWaiting();
    };
  }

  function admitWaiting(): void {
    for (let index = 0; index < waiting.length && holds("all") < connections; ) {
      const candidate = waiting[index];
      if (candidate && hasRoom(candidate.workload)) {
        waiting.splice(index, 1);
        candidate.enter();
      } else index++;
    }
  }

  return {
    /**
     * Waits for a turn.
     * @returns gives the turn back; calling it again does nothing
     * @throws GateRefusal when the queue is full, the wait was too long, or the signal was aborted
     */
    async enter(workload: Workload, signal?: AbortSignal): Promise<() => void> {
      if (signal?.aborted) throw new GateRefusal("aborted");
      if (hasRoom(workload)) return take(workload);
      if (waiting.length >= MAX_WAITING) throw new GateRefusal("full");
      return new Promise((resolve, reject) => {
        const entry: Waiting = {
          workload,
          enter: () => {
            stopWaiting();
            resolve(take(workload));
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
