import { expect, it } from "vitest";
import { filesWith, listSources, portalPlaces } from "@/testing/sources";

it("opens manufacturers' tokens only where the manufacturer is called", () => {
  const callers = filesWith(/\bopenAccount\(/, listSources(portalPlaces)).filter(
    (file) => file !== "lib/devices/connections/manufacturer-account.ts",
  );
  expect(callers).toEqual([
    "lib/devices/connections/give-back-access.ts",
    "lib/devices/connections/read-accounts.ts",
    "lib/devices/connections/write-settings.ts",
  ]);
});
