import { beforeEach, expect, it, vi } from "vitest";

beforeEach(() => vi.resetModules());

/** The module as a process that has just started has it, with the warnings that it writes. */
async function load() {
  const { log } = await import("@/lib/core/log");
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  warn.mockClear();
  const { warnOfUnknownProxy } = await import("./forwarded-headers");
  return { warn, warnOfUnknownProxy };
}

const forwarded = { "x-forwarded-for": "203.0.113.7" };

it("warns once of forwarded headers while no proxy is trusted", async () => {
  const { warn, warnOfUnknownProxy } = await load();
  for (let request = 0; request < 20; request++) warnOfUnknownProxy(forwarded, 0);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("TRUSTED_PROXY_HOPS is 0"));
});

it.each([
  ["the proxy is trusted", forwarded, 1],
  ["no address was forwarded", {}, 0],
  ["Next asks itself for the page after a redirect", { ...forwarded, rsc: "1" }, 0],
  ["Next forwards an action to itself", { ...forwarded, "x-action-forwarded": "1" }, 0],
])("does not warn when %s", async (_, headers, trustedHops) => {
  const { warn, warnOfUnknownProxy } = await load();
  warnOfUnknownProxy(headers, trustedHops);
  expect(warn).not.toHaveBeenCalled();
  warnOfUnknownProxy(forwarded, 0);
  expect(warn).toHaveBeenCalledOnce();
});
