import { connect } from "node:net";
import { platform } from "node:os";
import { expect, it } from "vitest";
import { findFreePort } from "./ports";
import { startPlaceholder } from "./starting-server";

const canConnect = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

// Only Linux has more than one loopback address.
it.runIf(platform() === "linux").each([
  [undefined, true],
  ["localhost", false],
  ["127.0.0.1", false],
])("bound to %s, answers on other addresses: %s", async (hostname, expected) => {
  const port = await findFreePort(4700);
  const server = await startPlaceholder(port, hostname);
  try {
    expect(await canConnect(port, "127.0.0.2")).toBe(expected);
    expect(await canConnect(port, "localhost")).toBe(true);
  } finally {
    await server.close();
  }
});
