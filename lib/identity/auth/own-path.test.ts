import { expect, it } from "vitest";
import { ownPath } from "./own-path";

const bypasses = [
  "https://evil.example",
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "/%2fevil.example",
  "/%2f%2fevil.example",
  "/%5cevil.example",
  "/%5c%5cevil.example",
  "/%2Fevil.example",
  "/\tevil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "/%09/evil.example",
  "/%0a/evil.example",
  "/%0d/evil.example",
  "/%00/evil.example",
  " //evil.example",
  "/ /evil.example",
  "/%20/evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "http:evil.example",
  "https:evil.example",
  "https:/evil.example",
  "http:///evil.example",
  "evil.example",
  "evil.example/path",
  ".evil.example",
  "@evil.example",
  "/@evil.example",
  "/user:pass@evil.example",
  "/%40evil.example",
  "//user@evil.example",
  "/\u0000/evil.example",
  "/\u007f/evil.example",
  "//evil%E3%80%82example",
  "//google.com%2F@evil.example",
  "/..\\evil.example",
  "/%5c..%5cevil.example",
  "/%",
  "/%zz",
  "/%c0%af/evil.example",
  "",
  "?next=//evil.example",
  "#//evil.example",
  "ftp://evil.example",
  "mailto:a@evil.example",
  "blob:https://evil.example/x",
  "//[::1]/",
  "//127.0.0.1",
  "//localhost:9999",
  "/\\\\\\evil.example",
  "/%2f%5cevil.example",
];

it.each(bypasses)("does not lead to %j", (wanted) => {
  expect(ownPath(wanted, "/dashboard")).toBe("/dashboard");
});

it.each([
  "/",
  "/users",
  "/users?search=a%20b&sort=name",
  "/devices/0193a000-0000-7000-8000-000000000001",
])("leads to our own %s", (wanted) => {
  expect(ownPath(wanted, "/dashboard")).toBe(wanted);
});

it.each([undefined, null])("falls back for %s", (wanted) => {
  expect(ownPath(wanted, "/dashboard")).toBe("/dashboard");
});
