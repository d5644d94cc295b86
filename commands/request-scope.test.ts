import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { DatabaseUnavailable, RateLimited, Unavailable } from "../lib/errors";
import { setRefusalStatus } from "../lib/refusal-status";
import { serveInScope } from "./request-scope";

let stop = () => {};
afterEach(() => stop());

/** What a page is answered with that ends with a status, once something refused it on the way. */
async function answerOf(refusal: RateLimited | Unavailable | undefined, status: number) {
  const server = createServer((request, response) =>
    serveInScope(request, response, {
      enter: () => undefined,
      serve: async () => {
        await Promise.resolve();
        if (refusal) setRefusalStatus(refusal);
        response.writeHead(status).end();
      },
    }),
  );
  stop = () => server.close();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
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
