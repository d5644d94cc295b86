import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

type Received = { headers: Record<string, string>; body: string };

/** A program of a customer's that takes webhooks, on this machine. */
export async function startWebhookReceiver() {
  const received: Received[] = [];
  const answer = { status: 204 };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (answer.status < 300) {
      received.push({ headers: request.headers as Record<string, string>, body });
    }
    response.writeHead(answer.status, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/audit`,
    received,
    /** What it answers from now on. */
    answer,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
