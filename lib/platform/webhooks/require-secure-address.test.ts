import { expect, it, vi } from "vitest";
import { Invalid } from "@/lib/core/errors";
import { requireSecureAddress } from "./require-secure-address";

const settings = { ALLOW_INSECURE_WEBHOOKS: false };
vi.mock("@/lib/core/env", () => ({ environment: () => settings }));

it("refuses an address of plain http unless the installation allows it", () => {
  expect(() => requireSecureAddress("http://systems.company.com/x")).toThrow(Invalid);
  requireSecureAddress("https://systems.company.com/x");
  settings.ALLOW_INSECURE_WEBHOOKS = true;
  requireSecureAddress("http://systems.company.com/x");
});
