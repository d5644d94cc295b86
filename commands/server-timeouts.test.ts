import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { setServerTimeouts } from "./server-timeouts";
import { startPlaceholder } from "./starting-server";

const PROXY_IDLE_TIMEOUT_MS = 60_000;

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it("keeps idle connections for longer than nginx and AWS's load balancers do", () => {
  server = createServer();
  setServerTimeouts(server);
  expect(server.keepAliveTimeout).toBeGreaterThan(PROXY_IDLE_TIMEOUT_MS);
  expect(server.requestTimeout).toBeGreaterThan(server.headersTimeout);
});

it("ends a connection whose client no longer reads its answer after two minutes", () => {
  server = createServer();
  setServerTimeouts(server);
  expect(server.timeout).toBe(120_000);
});

it("serves a second request on a connection that was idle for longer than headers may take", async () => {
  server = createServer({ connectionsCheckingInterval: 20 }, (_, response) => response.end("ok"));
  setServerTimeouts(server);
  server.headersTimeout = 100;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const ask = async () => {
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const [answer] = await new Promise<Buffer[]>((resolve) =>
      socket.once("data", (data) => resolve([data])),
    );
    return String(answer).split("\r\n", 1)[0];
  };
  expect(await ask()).toBe("HTTP/1.1 200 OK");
  await sleep(400);
  expect(await ask()).toBe("HTTP/1.1 200 OK");
  socket.destroy();
});

it("says in its answers while starting how long a connection may stay idle", async () => {
  const port = await freePort();
  const placeholder = await startPlaceholder(port, "127.0.0.1");
  const response = await fetch(`http://127.0.0.1:${port}/readyz`);
  await placeholder.close();
  expect(response.headers.get("keep-alive")).toBe("timeout=75");
});

async function freePort(): Promise<number> {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
