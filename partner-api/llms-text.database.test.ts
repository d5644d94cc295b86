import { expect, it } from "vitest";
import { requestApi } from "@/testing/call-api";
import { isApiPath } from "./app";
import { operations } from "./operations";

it("tells language models of every operation, each with a link to its description", async () => {
  expect(isApiPath("/llms.txt")).toBe(true);
  const response = await requestApi("/llms.txt");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
  const text = await response.text();
  expect(text).toMatch(/^# Wattdesk Partner API 2\.0\n\n> /);
  expect(text).toMatch(/POST http\S+\/mcp \(Model Context/);
  expect(text).toContain("@wattdesk/partner-api");
  const links = [...text.matchAll(/^- \[(.+?)\]\((.+?)\)/gm)].map(([, name, address]) => ({
    name,
    hash: new URL(address ?? "").hash,
  }));
  for (const { id, method, path } of operations) {
    expect(links).toContainEqual({ name: `${method.toUpperCase()} ${path}`, hash: `#${id}` });
  }
});
