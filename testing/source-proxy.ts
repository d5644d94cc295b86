import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = { status: number; headers: Record<string, string>; body: string };

/**
 * Stands between a reader and a Partner API.
 * @param answer gives the answer to a call: its own, or that of the API, changed or not
 */
export async function startSourceProxy(
  target: string,
  answer: (path: string, forward: () => Promise<Answer>) => Promise<Answer>,
) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "GET", url = "/", headers } = request;
    const {
      status,
      headers: sent,
      body,
    } = await answer(url, async () => {
      const forwarded = await fetch(`${target}${url}`, {
        method,
        headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
          ["authorization", "content-type", "accept"].includes(name) ? [[name, String(value)]] : [],
        ),
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      const next = forwarded.headers.get("next-cursor");
      return {
        status: forwarded.status,
        headers: {
          "content-type": forwarded.headers.get("content-type") ?? "application/json",
          ...(next && { "next-cursor": next }),
        },
        body: await forwarded.text(),
      };
    });
    response.writeHead(status, sent).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
