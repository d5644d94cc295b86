import { createGate, type GateLimit } from "./gate";

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

const MAX_WAITING = 500;

/** How many connections one caller may hold, for reads and writes together, and for writes alone. */
const MAX_PER_CALLER = 4;
const MAX_WRITES_PER_CALLER = 2;

/**
 * Lets work in as connections become free, in order of arrival but for those whose caller or organization holds its
 * share already. One caller's writes wait here rather than at a row lock, where each of them would hold a connection;
 * and no organization can hold the connections of all.
 */
export function createConnectionGate({ connections, waitMs }: GateLimits) {
  // With a single connection there is nothing to share out.
  const maxPerOrganization = Math.max(1, connections - 2);
  const maxWritesPerOrganization = Math.max(1, Math.ceil(connections / 2));
  const gate = createGate({ waitMs, maxWaiting: MAX_WAITING });

  function limitsOf({ organizationId, caller, isWrite }: Workload): GateLimit[] {
    const limits: GateLimit[] = [["all", connections]];
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

  return {
    /** Waits for a connection, as {@link createGate} says. */
    enter: (workload: Workload, signal?: AbortSignal) => gate.enter(limitsOf(workload), signal),
    get waitingCount(): number {
      return gate.waitingCount;
    },
  };
}
