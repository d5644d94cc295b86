import { setTimeout as sleep } from "node:timers/promises";

export type Answer = { at: number; ms: number; status: number | "broken"; retryAfter: boolean };

type Sent = { url: string; headers?: Record<string, string>; method?: string; body?: string };

const PATIENCE_MS = 20_000;

/** Sends a request and notes how it was answered. A broken connection or a wait without end is an answer, too. */
async function send({ url, ...init }: Sent): Promise<Answer> {
  const at = performance.now();
  const answered = (status: Answer["status"], retryAfter = false): Answer => ({
    at,
    ms: performance.now() - at,
    status,
    retryAfter,
  });
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { redirect: "manual", signal, ...init });
    await response.arrayBuffer();
    return answered(response.status, response.headers.has("retry-after"));
  } catch {
    return answered("broken");
  }
}

/** Sends the same request again and again until stopped. */
export function startSending(sent: Sent, pauseMs: number) {
  const answers: Answer[] = [];
  let isStopped = false;
  const run = async () => {
    while (!isStopped) {
      answers.push(await send(sent));
      await sleep(pauseMs);
    }
  };
  const running = run();
  return {
    answers,
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

/**
 * Creates records one after another until stopped, each with its own Idempotency-Key and again until it is
 * answered with success, as a careful client does.
 * @returns how many were acknowledged
 */
export function startCreating(
  bodyOf: (index: number) => object,
  sent: Omit<Sent, "body">,
  name: string,
) {
  let isStopped = false;
  let acknowledged = 0;
  const unexpected: Answer["status"][] = [];
  const run = async () => {
    while (!isStopped) {
      const index = acknowledged;
      const request = {
        ...sent,
        method: "POST",
        headers: {
          ...sent.headers,
          "content-type": "application/json",
          "idempotency-key": `${name}-${index}`,
        },
        body: JSON.stringify(bodyOf(index)),
      };
      for (;;) {
        const { status } = await send(request);
        if (status !== "broken" && status < 300) break;
        if (status !== "broken" && status !== 503) unexpected.push(status);
        await sleep(200);
      }
      acknowledged++;
    }
  };
  const running = run();
  return {
    unexpected,
    async stop(): Promise<number> {
      isStopped = true;
      await running;
      return acknowledged;
    },
  };
}

/** Waits until an address answers with 200. @returns after how many milliseconds */
export async function timeUntilWorking(sent: Sent, limitMs = 60_000): Promise<number> {
  const start = performance.now();
  while (performance.now() - start < limitMs) {
    if ((await send(sent)).status === 200) return performance.now() - start;
    await sleep(50);
  }
  return Number.POSITIVE_INFINITY;
}
