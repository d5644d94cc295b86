import { afterEach, expect, it, vi } from "vitest";
import { holdClock } from "@/lib/core/clock";
import { readCue, signCue } from "./cue-secret";

const keys = vi.hoisted(() => ({ AUTH_SECRET: "s".repeat(32) }));
vi.mock("@/lib/core/env", () => ({ environment: () => keys }));

const organizationId = "0193a000-0000-7000-8000-000000000001";
const deviceId = "0193a000-0000-7000-8000-000000000002";
const start = new Date("2026-11-28T10:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

afterEach(() => holdClock());

it("names the organization of its device for an hour", () => {
  holdClock(start);
  const secret = signCue(organizationId, deviceId);
  holdClock(after(59));
  expect(readCue(deviceId, secret)).toEqual({ organizationId });
  holdClock(after(61));
  expect(readCue(deviceId, secret)).toBeUndefined();
});

it("opens no other device", () => {
  expect(readCue(organizationId, signCue(organizationId, deviceId))).toBeUndefined();
});

it.each([
  [
    "changed claims",
    ([claims = "", signature]: string[]) => `${claims.slice(0, -2)}AA.${signature}`,
  ],
  [
    "a changed signature",
    ([claims, signature = ""]: string[]) => `${claims}.A${signature.slice(1)}B`,
  ],
  ["no signature", ([claims]: string[]) => `${claims}.`],
  ["nothing", () => ""],
])("refuses a secret with %s", (_what, change) => {
  expect(readCue(deviceId, change(signCue(organizationId, deviceId).split(".")))).toBeUndefined();
});

it("refuses a secret that another key signed", () => {
  const secret = signCue(organizationId, deviceId);
  keys.AUTH_SECRET = "t".repeat(32);
  expect(readCue(deviceId, secret)).toBeUndefined();
});
