import { expect, it } from "vitest";
import { describeDevice } from "./describe-device";

it.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
    "Chrome 156 · Linux",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Firefox 140 · Windows",
  ],
  ["", undefined],
  [null, undefined],
])("%s", (userAgent, device) => {
  expect(describeDevice(userAgent)).toBe(device);
});

it("shows what it does not know as it is, cut short", () => {
  expect(describeDevice(`curious/1 ${"x".repeat(200)}`)?.length).toBeLessThanOrEqual(60);
});
