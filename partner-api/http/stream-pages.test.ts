import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { describe, expect, it } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { streamPages } from "./stream-pages";
import { sendList } from "./whole-list";

const actor = { kind: "system", role: "system", organizationId: "o", requestId: "r" } as const;

type Pages = { rows: number[]; next?: string }[];

/** A list whose cursors count its pages. */
function listOf(pages: Pages, query: object = {}) {
  const asked: unknown[] = [];
  const answer = sendList(
    { actor, query, url: new URL("http://host/list"), setHeader: () => {} },
    async (reader, { limit, cursor }) => {
      asked.push({ cursor, limit, isStreaming: reader.isStreaming ?? false });
      const page = pages[Number(cursor ?? 0)];
      if (!page) throw new NotFound();
      return page;
    },
    (id) => ({ id, name: `n${id}` }),
  );
  return { answer, asked };
}

const bodyOf = async (answer: Promise<object[] | Response>) => {
  const given = await answer;
  return given instanceof Response ? given.json() : given;
};

describe("a list", () => {
  it("comes whole over all its pages, though some are empty", async () => {
    const pages = [
      { rows: [], next: "1" },
      { rows: [1, 2], next: "2" },
      { rows: [], next: "3" },
      { rows: [3] },
    ];
    const { answer, asked } = listOf(pages);
    expect((await bodyOf(answer)).map(({ id }: { id: number }) => id)).toEqual([1, 2, 3]);
    expect(asked).toEqual([
      { cursor: undefined, limit: 1000, isStreaming: false },
      ...["1", "2", "3"].map((cursor) => ({ cursor, limit: 1000, isStreaming: true })),
    ]);
    const none = listOf([{ rows: [], next: "1" }, { rows: [] }]);
    expect(await bodyOf(none.answer)).toEqual([]);
  });

  it.each([{ limit: 2 }, { cursor: "0" }])("is a page to who sends %o", async (query) => {
    const { answer, asked } = listOf([{ rows: [1, 2], next: "1" }, { rows: [3] }], query);
    expect(await bodyOf(answer)).toHaveLength(2);
    expect(asked).toHaveLength(1);
  });

  it("has the fields that were asked for on every page", async () => {
    const { answer } = listOf([{ rows: [1], next: "1" }, { rows: [2] }], { fields: "id" });
    expect(await bodyOf(answer)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it("reads a page only when the one before was taken", async () => {
    const pages = Array.from({ length: 50 }, (_, index) => ({
      rows: [index],
      next: String(index + 1),
    }));
    const { answer, asked } = listOf(pages);
    const response = await answer;
    const reader = response instanceof Response ? response.body?.getReader() : undefined;
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked.length).toBeLessThan(5);
    await reader?.cancel();
  });
});

it("breaks the connection off where a later page fails", async () => {
  const server = createServer(
    getRequestListener(() => {
      const first = { rows: [1], next: "1" };
      const fail = () => Promise.reject(new Error("the secret of a row"));
      return new Response(streamPages(first, fail, (rows) => JSON.stringify(rows)));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/`);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  await new Promise((resolve) => server.close(resolve));
});
