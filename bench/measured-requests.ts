import autocannon from "autocannon";

/** As many as ask for something in the same instant. */
const connections = 8;
const seconds = 6;

type Asked = {
  url: string;
  headers: Record<string, string>;
  duration?: number;
  /** For what is not only read: the request of each turn. */
  requests?: autocannon.Request[];
};

/** Asks for one thing again and again. @returns times in milliseconds, and requests per second */
export async function measureRequests({ url, headers, duration = seconds, requests }: Asked) {
  const taken: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      { url, connections, duration, headers, ...(requests && { requests }) },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    instance.on("response", (_, status, __, time) => {
      if (status === 200) taken.push(time);
    });
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${url} failed under load.`);
  taken.sort((one, other) => one - other);
  const at = (share: number) => Number((taken[Math.floor(taken.length * share)] ?? 0).toFixed(1));
  return {
    p50: at(0.5),
    p95: at(0.95),
    answered: taken.length,
    perSecond: Math.round(result.requests.average),
  };
}
