import { expect, it } from "vitest";
import { addressOfSlug, slugOfHost } from "./organization-host";

it.each([
  ["acme.desk.example", "https://desk.example", "acme"],
  ["acme.localhost:3000", "http://localhost:3000", "acme"],
  ["desk.example", "https://desk.example", undefined],
  ["acme.localhost:3001", "http://localhost:3000", undefined],
  ["evildesk.example", "https://desk.example", undefined],
  ["a.b.desk.example", "https://desk.example", "a.b"],
  [null, "https://desk.example", undefined],
])("%s at %s names %s", (host, base, slug) => {
  expect(slugOfHost(host, base)).toBe(slug);
});

it("leads to the host of a slug", () => {
  expect(addressOfSlug("acme", "http://localhost:3000")).toBe("http://acme.localhost:3000");
});
