import { expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const base = "https://desk.example";

it.each<[Record<string, string>, boolean]>([
  [{ origin: "https://desk.example" }, true],
  [{ "sec-fetch-site": "same-origin" }, true],
  [{}, false],
  [{ origin: "null" }, false],
  [{ origin: "null", "sec-fetch-site": "same-origin" }, false],
  [{ origin: "https://evil.example" }, false],
  [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, false],
  [{ origin: "https://sub.desk.example" }, false],
  [{ origin: "https://sub.desk.example", host: "sub.desk.example" }, true],
  [{ origin: "https://other.desk.example", host: "sub.desk.example" }, false],
  [{ origin: "https://desk.example", host: "sub.desk.example" }, false],
  [{ origin: "https://sub.desk.example", host: "desk.example" }, false],
  [{ origin: "https://evil.example", host: "evil.example" }, false],
  [{ origin: "https://desk.example", host: "evil.example" }, false],
  [{ origin: "https://desk.example", host: "evil", "x-forwarded-host": "desk.example" }, true],
  [{ origin: "https://desk.example", host: "desk.example", "x-forwarded-host": "evil" }, false],
  [{ origin: "nonsense", host: "desk.example" }, false],
  [{ origin: "https://desk.example.evil.example" }, false],
  [{ origin: "https://desk.example:8443" }, false],
  [{ origin: "http://desk.example" }, false],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ "sec-fetch-site": "cross-site" }, false],
  [{ "sec-fetch-site": "none" }, false],
])("%j passes: %s", (headers, passes) => {
  expect(isSameOrigin(new Headers(headers), base)).toBe(passes);
});
