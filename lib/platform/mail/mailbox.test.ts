import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { filesWith, listSources, portalPlaces } from "@/testing/sources";
import { getMailboxMessage, listMailbox } from "./mailbox";

const settings = vi.hoisted(() => ({
  WATTDESK_MODE: "demo",
  MAILBOX_DIRECTORY: "",
  RESEND_API_KEY: undefined as string | undefined,
}));
vi.mock("@/lib/core/env", () => ({ environment: () => settings }));

const id = "0193a000-0000-7000-8000-000000000001";
const message = {
  id,
  from: "a@utility.example",
  to: "b@utility.example",
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  receivedAt: "2026-11-24T10:00:00.000Z",
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "wattdesk-mailbox-"));
  mkdirSync(path.join(folder, "mailbox"));
  for (const name of [`mailbox/${id}.json`, "outside.json", `mailbox/named.json`]) {
    writeFileSync(path.join(folder, name), JSON.stringify(message));
  }
  Object.assign(settings, {
    WATTDESK_MODE: "demo",
    MAILBOX_DIRECTORY: path.join(folder, "mailbox"),
    RESEND_API_KEY: undefined,
  });
});

it("reads a message by its id", async () => {
  expect(await getMailboxMessage(id)).toEqual(message);
});

it.each(["../outside", `${id}/../../outside`, "..%2Foutside", "named", ""])(
  "reads no file named %j",
  async (name) => {
    await expect(getMailboxMessage(name)).rejects.toBeInstanceOf(NotFound);
  },
);

it.each([{ WATTDESK_MODE: "production" }, { RESEND_API_KEY: "re_key" }])(
  "is closed with %j",
  async (changed) => {
    Object.assign(settings, changed);
    await expect(listMailbox()).rejects.toBeInstanceOf(NotFound);
    await expect(getMailboxMessage(id)).rejects.toBeInstanceOf(NotFound);
  },
);

it("is the only part of the domain that touches files", () => {
  const domain = listSources(portalPlaces.filter((place) => place !== "db"));
  expect(filesWith(/"(?:node:)?fs(?:\/promises)?"/, domain)).toEqual([
    "lib/platform/mail/mailbox.ts",
    "lib/platform/mail/transport.ts",
  ]);
});
