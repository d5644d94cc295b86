import { beforeEach, expect, it, vi } from "vitest";
import { Invalid } from "@/lib/core/errors";
import { requireDeliverableAddress } from "./require-deliverable-address";

const settings = { ALLOW_INSECURE_WEBHOOKS: false, ALLOW_PRIVATE_WEBHOOKS: false };
vi.mock("@/lib/core/env", () => ({ environment: () => settings }));
beforeEach(() => {
  Object.assign(settings, { ALLOW_INSECURE_WEBHOOKS: false, ALLOW_PRIVATE_WEBHOOKS: false });
});

const problemOf = (address: string): unknown => {
  try {
    requireDeliverableAddress(address);
    return undefined;
  } catch (error) {
    return error instanceof Invalid ? error.fields.url : error;
  }
};

it("refuses an address of plain http unless the installation allows it", () => {
  expect(problemOf("http://systems.company.com/x")).toBe("httpsAddress");
  expect(problemOf("https://systems.company.com/x")).toBeUndefined();
  settings.ALLOW_INSECURE_WEBHOOKS = true;
  expect(problemOf("http://systems.company.com/x")).toBeUndefined();
});

it.each([
  "https://localhost/x",
  "https://127.0.0.1:8443/x",
  "https://2130706433/x",
  "https://0x7f.1/x",
  "https://10.1.2.3/x",
  "https://172.16.0.1/x",
  "https://192.168.178.1/x",
  "https://169.254.169.254/latest/meta-data",
  "https://100.64.0.1/x",
  "https://0.0.0.0/x",
  "https://[::1]/x",
  "https://[fd00::1]/x",
  "https://[fe80::1]/x",
  "https://[::ffff:10.0.0.1]/x",
  "https://portal/x",
  "https://printer.local/x",
  "https://metadata.google.internal/x",
  "https://api.localhost./x",
])("refuses %s, which is no public address, unless the installation allows it", (address) => {
  expect(problemOf(address)).toBe("publicAddress");
  settings.ALLOW_PRIVATE_WEBHOOKS = true;
  expect(problemOf(address)).toBeUndefined();
});

it.each(["https://hooks.utility.example/x", "https://203.0.114.7/x", "https://[2a00:1450::1]/x"])(
  "takes %s",
  (address) => {
    expect(problemOf(address)).toBeUndefined();
  },
);
