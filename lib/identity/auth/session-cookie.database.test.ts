import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { expect, it, vi } from "vitest";
import { environment } from "@/lib/core/env";
import { readSessionCookie } from "./auth-js";
import { openSessionTicket, sealSessionTicket } from "./session-ticket";

const cookieName = "__Host-wattdesk-session";
const reference = {
  organizationId: "0193a000-0000-7000-8000-000000000001",
  userId: "0193a000-0000-7000-8000-000000000002",
  sessionId: "0193a000-0000-7000-8000-000000000003",
};

const read = (value: string) =>
  readSessionCookie(new Headers({ cookie: `${cookieName}=${value}` }));
const secret = () => environment().AUTH_SECRET;

const withoutSignature = () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT" })}.${part(reference)}.`;
};

it("reads a session cookie of our own", async () => {
  const value = await encode({ token: reference, secret: secret(), salt: cookieName });
  expect(await read(value)).toEqual(reference);
});

it.each([
  [
    "another key",
    () => encode({ token: reference, secret: randomBytes(32).toString("hex"), salt: cookieName }),
  ],
  ["another purpose", () => encode({ token: reference, secret: secret(), salt: "another-cookie" })],
  [
    "an earlier time",
    () => encode({ token: reference, secret: secret(), salt: cookieName, maxAge: -60 }),
  ],
  ["no key at all (alg none)", async () => withoutSignature()],
  ["a login ticket", async () => sealSessionTicket(reference)],
])("refuses a session cookie of %s", async (_kind, make) => {
  expect(await read(await make()).catch(() => null)).toBeNull();
});

it("refuses a session cookie with a changed character", async () => {
  const value = await encode({ token: reference, secret: secret(), salt: cookieName });
  const middle = Math.floor(value.length / 2);
  const changed = `${value.slice(0, middle)}${value[middle] === "A" ? "B" : "A"}${value.slice(middle + 1)}`;
  expect(await read(changed).catch(() => null)).toBeNull();
});

it("opens a login ticket for thirty seconds, and nothing else as one", () => {
  const ticket = sealSessionTicket(reference);
  expect(openSessionTicket(ticket)).toMatchObject(reference);
  expect(openSessionTicket(`${ticket.slice(0, -2)}AA`)).toBeNull();
  expect(openSessionTicket(undefined)).toBeNull();
  vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ["Date"] });
  expect(openSessionTicket(ticket)).toBeNull();
  vi.useRealTimers();
});
