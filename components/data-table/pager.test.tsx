import { createTranslator } from "next-intl";
import { prerenderToNodeStream } from "react-dom/static";
import { expect, it, vi } from "vitest";
import english from "@/messages/en";
import { Pager } from "./pager";

vi.mock("next-intl/server", () => ({
  getTranslations: async (namespace: "lists") =>
    createTranslator({ locale: "en", messages: english, namespace }),
}));

async function htmlOf(size: number | undefined): Promise<string> {
  const parameters = { country: "AT", sort: "name", cursor: "abc", size: "50" };
  const { prelude } = await prerenderToNodeStream(
    <Pager path="/users" parameters={parameters} size={size} />,
  );
  let html = "";
  for await (const chunk of prelude) html += String(chunk);
  return html.replaceAll("&amp;", "&");
}

it("offers page sizes that keep filters and sort and start at the first page", async () => {
  const html = await htmlOf(50);
  for (const size of [25, 50, 100, 200]) {
    expect(html).toContain(`href="/users?country=AT&sort=name&size=${size}"`);
  }
  expect(html).toMatch(/aria-current="true"[^>]*>50</);
  expect(html.match(/aria-current/g)).toHaveLength(1);
});

it("offers no page sizes where a list has one size only", async () => {
  expect(await htmlOf(undefined)).not.toContain("Rows per page");
});
