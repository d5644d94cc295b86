import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { environment } from "@/lib/core/env";
import { HttpProblem, rateLimited } from "./problem";

const windowSeconds = 60;

let limiter: RateLimiterMemory | undefined;

/**
 * Counts a call of a client or token. It is counted by each process for itself: this keeps one client from
 * crowding out the others, and guards no secret.
 * @returns the headers that tell where the caller stands (draft-ietf-httpapi-ratelimit-headers)
 * @throws HttpProblem 429
 */
export async function limitRate(callerId: string): Promise<Record<string, string>> {
  const quota = environment().API_CALLS_PER_MINUTE;
  limiter ??= new RateLimiterMemory({ points: quota, duration: windowSeconds });
  const headers = (left: RateLimiterRes) => {
    const seconds = Math.ceil(left.msBeforeNext / 1000);
    return {
      "ratelimit-policy": `"calls";q=${quota};w=${windowSeconds}`,
      ratelimit: `"calls";r=${left.remainingPoints};t=${seconds}`,
    };
  };
  try {
    return headers(await limiter.consume(callerId));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const problem = rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    throw new HttpProblem({ ...problem, headers: { ...problem.headers, ...headers(refusal) } });
  }
}
