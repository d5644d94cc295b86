import { systemActor } from "@/lib/core/access/actor";
import { log } from "@/lib/core/log";
import { type ApiCall, recordApiCalls } from "@/lib/identity/api-credentials/api-calls";

const writeAfterMilliseconds = 1000;
/** Beyond so many that wait, further calls are not noted: the log of calls is a help, and no proof. */
const maxWaiting = 10_000;
const maxAtOnce = 1000;

const waiting = new Map<string, ApiCall[]>();
let timer: NodeJS.Timeout | undefined;

/** Notes a call for the list of a client's last calls; written a little later, many in one go. */
export function recordCall(organizationId: string, call: ApiCall): void {
  const calls = waiting.get(organizationId) ?? [];
  if (calls.length >= maxWaiting) return;
  calls.push(call);
  waiting.set(organizationId, calls);
  timer ??= setTimeout(() => void writeNotedCalls(), writeAfterMilliseconds).unref();
}

/** Writes what has been noted. A failure loses these notes and nothing else. */
export async function writeNotedCalls(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const all = [...waiting];
  waiting.clear();
  for (const [organizationId, calls] of all) {
    const actor = systemActor(organizationId, "api-calls");
    for (let start = 0; start < calls.length; start += maxAtOnce) {
      await recordApiCalls(actor, { calls: calls.slice(start, start + maxAtOnce) }).catch(
        (error: unknown) => log.warn({ err: error }, "calls were not noted"),
      );
    }
  }
}
