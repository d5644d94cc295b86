import { createServer } from "node:net";

/** The wanted port, or the next free one above it. */
export async function findFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 50; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No port is free between ${wanted} and ${wanted + 49}.`);
}

/** Free on both address families, since a browser may try either for "localhost". */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, undefined));
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}
