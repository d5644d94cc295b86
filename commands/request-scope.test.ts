import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createGate } from "../db/gate";
import { findWorkScope } from "../db/work-scope";
import { DatabaseUnavailable, RateLimited, Unavailable } from "../lib/core/errors";
import { setRefusalStatus } from "../lib/core/refusal-status";
import { serveInScope } from "./request-scope";

let stop = () => {};
afterEach(() => stop());

type Service = Parameters<typeof serveInScope>[2];

/** Serves each request in a scope. @returns the server's port */
async function listen(serviceOf: (request: IncomingMessage) => Service): Promise<number> {
  const server = createServer((request, response) =>
    serveInScope(request, response, serviceOf(request)),
  );
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** What a page is answered with that ends with a status, once something refused it on the way. */
async function answerOf(refusal: RateLimited | Unavailable | undefined, status: number) {
  const port = await listen(() => ({
    line: "",
    enter: () => undefined,
    serve: async (_, response) => {
      await Promise.resolve();
      if (refusal) setRefusalStatus(refusal);
      response.writeHead(status).end();
    },
  }));
  const response = await fetch(`http://127.0.0.1:${port}/`);
  return [response.status, response.headers.get("retry-after")];
}

const away = new DatabaseUnavailable({ kind: "busy", isRolledBack: true, cause: undefined });

it("answers a page that ended with 500 as 429 when its client asked too often", async () => {
  expect(await answerOf(new RateLimited(90), 500)).toEqual([429, "90"]);
});

it.each([new Unavailable(), away])(
  "answers a page that ended with 500 as 503 for %s",
  async (refusal) => {
    expect(await answerOf(refusal, 500)).toEqual([503, "2"]);
  },
);

it("leaves other statuses and other failures alone", async () => {
  expect(await answerOf(new RateLimited(90), 200)).toEqual([200, null]);
  expect(await answerOf(away, 404)).toEqual([404, null]);
  expect(await answerOf(undefined, 500)).toEqual([500, null]);
});

describe("requests under way", () => {
  /** What /held begins and does not answer; everything else is answered at once. */
  const held: { response: ServerResponse; signal: AbortSignal | undefined }[] = [];
  const listenHolding = () =>
    listen((request) => ({
      line: `${request.headers["x-line"] ?? "flood"}`,
      enter: () => undefined,
      serve: (_, response) => {
        if (request.url === "/held") held.push({ response, signal: findWorkScope()?.signal });
        else response.end();
      },
    }));

  /** Sends many requests over one connection without waiting for an answer. */
  async function holdMany(port: number, number: number): Promise<Socket> {
    held.length = 0;
    const socket = connect(port, "127.0.0.1");
    socket.write("GET /held HTTP/1.1\r\nhost: a\r\n\r\n".repeat(number));
    await vi.waitFor(() => expect(held).toHaveLength(number), { timeout: 10_000 });
    return socket;
  }

  const statusOf = async (port: number, line = "flood") =>
    (await fetch(`http://127.0.0.1:${port}/`, { headers: { "x-line": line } })).status;

  it("are at most 200 of one line, and others are served", async () => {
    const port = await listenHolding();
    const socket = await holdMany(port, 200);
    expect(await statusOf(port)).toBe(503);
    expect(await statusOf(port, "another")).toBe(200);
    socket.destroy();
  });

  it("are over with their connection, those too that waited behind another on it", async () => {
    const warn = vi.spyOn(process, "emitWarning");
    const port = await listenHolding();
    const socket = await holdMany(port, 200);
    socket.destroy();
    await vi.waitFor(() => expect(held.every(({ signal }) => signal?.aborted)).toBe(true));
    expect(await statusOf(port)).toBe(200);
    expect(warn).not.toHaveBeenCalled();
  });

  it("are over once they are answered", async () => {
    const port = await listenHolding();
    for (let index = 0; index < 201; index++) expect(await statusOf(port)).toBe(200);
  });
});

describe("a request that waits for its turn", () => {
  const gate = () => createGate({ waitMs: 50, maxWaiting: 10 });

  it("is refused as unavailable when the wait was too long", async () => {
    const turns = gate();
    const leave = await turns.enter([["all", 1]]);
    const port = await listen(() => ({
      line: "",
      enter: (signal) => turns.enter([["all", 1]], signal),
      serve: (_, response) => response.end(),
    }));
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    leave();
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });

  it("is not served when its client has left, and gives its turn back", async () => {
    let giveTurn = (_: () => void) => {};
    const leave = vi.fn();
    const serve = vi.fn();
    const enter = vi.fn(
      (_: AbortSignal) =>
        new Promise<() => void>((resolve) => {
          giveTurn = resolve;
        }),
    );
    const port = await listen(() => ({ line: "", enter, serve }));
    const socket = connect(port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nhost: a\r\n\r\n");
    await vi.waitFor(() => expect(enter).toHaveBeenCalled());
    socket.destroy();
    await vi.waitFor(() => expect(enter.mock.calls[0]?.[0].aborted).toBe(true));
    giveTurn(leave);
    await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(serve).not.toHaveBeenCalled();
  });

  it("gives its turn back once, when it was answered", async () => {
    const leave = vi.fn();
    const port = await listen(() => ({
      line: "",
      enter: () => Promise.resolve(leave),
      serve: (_, response) => response.end(),
    }));
    await fetch(`http://127.0.0.1:${port}/`);
    await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
  });
});
