import { expect, it } from "vitest";
import type { Verdict } from "@/lib/support/diagnosis/finding";
import { groupsOf } from "./finding-groups";

const finding = (check: string, verdict: Verdict, device?: string) => ({
  check,
  verdict,
  ...(device && { device: { id: device, name: `Device ${device}` } }),
});

it("puts groups and findings with problems before warnings, and passed checks last", () => {
  const groups = groupsOf([
    finding("account", "good"),
    finding("email", "warning"),
    finding("connection", "good", "a"),
    finding("connection", "good", "b"),
    finding("readings", "unknown", "b"),
    finding("optimisation", "problem", "b"),
  ]);
  expect(groups.map(({ name, findings }) => [name, findings.map(({ check }) => check)])).toEqual([
    ["Device b", ["optimisation", "readings", "connection"]],
    [undefined, ["email", "account"]],
    ["Device a", ["connection"]],
  ]);
});
