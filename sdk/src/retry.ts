export type RetryOptions = {
  /** How often a call is sent at most, 5 by default. */
  maxAttempts?: number;
  /** The longest wait before another attempt, 60 by default. A longer `Retry-After` ends the attempts. */
  maxWaitSeconds?: number;
};

const FIRST_WAIT_SECONDS = 0.5;

/** Statuses of calls that had no effect and can be sent again. */
const retriedStatuses = [429, 503];

/**
 * Sends a call until it is answered with another status than 429 or 503, or attempts are used up.
 * @param attempt sends the call once
 * @param isRepeatable whether the call may be sent again when its answer was lost
 * @returns the last answer
 * @throws the error of the last attempt, when it had no answer
 */
export async function withRetries(
  attempt: () => Promise<Response>,
  isRepeatable: boolean,
  { maxAttempts = 5, maxWaitSeconds = 60 }: RetryOptions = {},
): Promise<Response> {
  for (let number = 1; ; number++) {
    const isLast = number >= maxAttempts;
    const backoffSeconds = FIRST_WAIT_SECONDS * 2 ** (number - 1);
    let waitSeconds: number;
    try {
      const response = await attempt();
      if (!retriedStatuses.includes(response.status) || isLast) return response;
      waitSeconds = readRetryAfter(response) ?? backoffSeconds;
      if (waitSeconds > maxWaitSeconds) return response;
      await response.body?.cancel();
    } catch (error) {
      if (!isRepeatable || isLast || isAborted(error)) throw error;
      waitSeconds = Math.min(backoffSeconds, maxWaitSeconds);
    }
    await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000));
  }
}

const isAborted = (error: unknown) => error instanceof Error && error.name === "AbortError";

/** The seconds of `Retry-After`, which may also be a date (RFC 9110, 10.2.3). */
function readRetryAfter({ headers }: Response): number | undefined {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(seconds, 0);
}
