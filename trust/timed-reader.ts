import { setTimeout as sleep } from "node:timers/promises";

/**
 * A reader in a separate process, so that the work of a trial does not count as the portal's: asks for one page five
 * times a second and sends how long each answer took, in milliseconds.
 */
const [url = "", cookie = ""] = process.argv.slice(2);
for (;;) {
  const start = performance.now();
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await response.arrayBuffer();
  process.send?.({ ms: performance.now() - start, status: response.status });
  await sleep(200);
}
