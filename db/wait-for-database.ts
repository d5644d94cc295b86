import { setTimeout as sleep } from "node:timers/promises";
import { openConnection } from "./open-connection";

const MAX_PAUSE_MS = 5000;

/** SQLSTATE classes of a server that is there and will not change its mind: login, database, configuration. */
const PERMANENT_PROBLEM = /^(28|3D|42)/;

/**
 * Waits until a database can be connected to.
 * @param timeoutMs when to give up
 * @param onWaiting called once, with why it has to wait
 * @throws Error when the database was not there in time, or refuses the login for good
 */
export async function waitForDatabase(
  url: string,
  timeoutMs: number,
  onWaiting: (problem: string) => void,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (let attempt = 1; ; attempt++) {
    const problem = await findProblem(url);
    if (problem === undefined) return;
    if (problem.isPermanent || Date.now() >= deadline) {
      throw new Error(`The database cannot be reached: ${problem.reason}.`);
    }
    if (attempt === 1) onWaiting(problem.reason);
    await sleep(Math.min(MAX_PAUSE_MS, 250 * 2 ** attempt));
  }
}

async function findProblem(
  url: string,
): Promise<{ reason: string; isPermanent: boolean } | undefined> {
  const connection = openConnection(url, { connect_timeout: 5 });
  try {
    await connection`select 1`;
    return undefined;
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    return { reason: message || code, isPermanent: PERMANENT_PROBLEM.test(code) };
  } finally {
    await connection.end({ timeout: 1 });
  }
}
