import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createPageGate } from "./page-gate";

function requestOf({ url = "/users", address = "192.0.2.1", cookie = "" }): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  request.headers = { "x-forwarded-for": address, cookie };
  return request;
}

/** Enters many requests at once. @returns how many were let in without waiting */
async function countEntered(
  gate: ReturnType<typeof createPageGate>,
  requests: { request: IncomingMessage; isOwn?: boolean }[],
): Promise<number> {
  const clients = requests.map(() => new AbortController());
  let entered = 0;
  const entries = requests.map(({ request, isOwn = false }, index) =>
    gate.enter(request, isOwn, clients[index]?.signal).then(() => entered++),
  );
  await new Promise((resolve) => setImmediate(resolve));
  const count = entered;
  for (const client of clients) client.abort();
  await Promise.allSettled(entries);
  return count;
}

const repeat = (count: number, of: (index: number) => Parameters<typeof requestOf>[0]) =>
  Array.from({ length: count }, (_, index) => ({ request: requestOf(of(index)) }));

afterEach(() => vi.useRealTimers());

describe("page gate", () => {
  it("renders eight pages of one client at once", async () => {
    const gate = createPageGate(0);
    expect(
      await countEntered(
        gate,
        repeat(20, () => ({ cookie: "a" })),
      ),
    ).toBe(8);
  });

  it("leaves turns for others when one line sends ever new cookies", async () => {
    const gate = createPageGate(0);
    expect(
      await countEntered(
        gate,
        repeat(50, (index) => ({ cookie: `${index}` })),
      ),
    ).toBe(28);
    expect(
      await countEntered(
        gate,
        repeat(1, () => ({ address: "192.0.2.2" })),
      ),
    ).toBe(1);
  });

  it("counts all addresses of an IPv6 network as one line", async () => {
    const requests = repeat(50, (index) => ({ address: `2001:db8:0:1::${index}` }));
    expect(await countEntered(createPageGate(0), requests)).toBe(8);
  });

  it("renders 32 pages at once for everybody together", async () => {
    const requests = repeat(100, (index) => ({ address: `192.0.2.${index}` }));
    expect(await countEntered(createPageGate(0), requests)).toBe(32);
  });

  it("counts the address that the trusted proxy saw, not one that the client claims", async () => {
    const requests = repeat(100, (index) => ({
      address: `${index}, 192.0.2.1, 10.0.0.1`,
      cookie: `${index}`,
    }));
    expect(await countEntered(createPageGate(1), requests)).toBe(28);
  });

  it("lets built files and Next's calls to itself in without a turn", async () => {
    const gate = createPageGate(0);
    const files = repeat(50, () => ({ url: "/_next/static/a.js" }));
    const ownCalls = repeat(50, () => ({})).map((entry) => ({ ...entry, isOwn: true }));
    expect(await countEntered(gate, [...files, ...ownCalls])).toBe(100);
  });

  it("ends the turn of a response that takes long", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const gate = createPageGate(0);
    await countEntered(
      gate,
      repeat(8, () => ({})),
    );
    vi.advanceTimersByTime(10_000);
    expect(
      await countEntered(
        gate,
        repeat(8, () => ({})),
      ),
    ).toBe(8);
  });
});
