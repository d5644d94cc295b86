import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, vi } from "vitest";
import { postWebhook } from "./post-webhook";

const settings = { ALLOW_PRIVATE_WEBHOOKS: false, ALLOW_INSECURE_WEBHOOKS: true };
vi.mock("@/lib/core/env", () => ({ environment: () => settings }));

it.each(["127.0.0.1", "localhost", "[::1]", "2130706433"])(
  "reaches nothing inside the own network by way of %s",
  async (host) => {
    let isReached = false;
    const server = createServer((_, response) => {
      isReached = true;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const message = { id: "m", body: "{}", secrets: ["whsec_dGVzdA=="] };
    await expect(postWebhook(`http://${host}:${port}/`, message)).rejects.toThrow(
      "the address is not a public one",
    );
    expect(isReached).toBe(false);
    server.close();
  },
);

it("posts nothing over plain http unless the installation allows it", async () => {
  settings.ALLOW_INSECURE_WEBHOOKS = false;
  const message = { id: "m", body: "{}", secrets: ["whsec_dGVzdA=="] };
  await expect(postWebhook("http://example.com/", message)).rejects.toThrow(
    "the address is not https",
  );
  settings.ALLOW_INSECURE_WEBHOOKS = true;
});

it("follows no redirect", async () => {
  settings.ALLOW_PRIVATE_WEBHOOKS = true;
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.writeHead(url === "/hook" ? 307 : 200, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const message = { id: "m", body: "{}", secrets: ["whsec_dGVzdA=="] };
  await expect(postWebhook(`http://127.0.0.1:${port}/hook`, message)).rejects.toThrow("HTTP 307");
  expect(asked).toEqual(["/hook"]);
  server.close();
  settings.ALLOW_PRIVATE_WEBHOOKS = false;
});
