import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { environment } from "@/lib/core/env";
import { NotFound } from "@/lib/core/errors";

const storedMessage = z.object({
  id: z.uuid(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  receivedAt: z.iso.datetime(),
});
export type StoredMessage = z.infer<typeof storedMessage>;

const maxShown = 100;

/** The mailbox replaces everybody's mail program, so it exists in demo and development only. */
export function isMailboxOpen(): boolean {
  const { WATTDESK_MODE, RESEND_API_KEY } = environment();
  return WATTDESK_MODE !== "production" && !RESEND_API_KEY;
}

/** The newest messages, newest first; to one address when given. */
export async function listMailbox(recipient?: string): Promise<StoredMessage[]> {
  requireOpenMailbox();
  const names = await readdir(environment().MAILBOX_DIRECTORY).catch(() => [] as string[]);
  const newest = names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse();
  const messages = await Promise.all(newest.slice(0, maxShown * 5).map(readMessage));
  return messages
    .filter((message) => !recipient || message.to.toLowerCase() === recipient.toLowerCase())
    .slice(0, maxShown);
}

/** @throws NotFound */
export async function getMailboxMessage(id: string): Promise<StoredMessage> {
  requireOpenMailbox();
  if (!z.uuid().safeParse(id).success) throw new NotFound();
  return readMessage(`${id}.json`).catch(() => {
    throw new NotFound();
  });
}

async function readMessage(name: string): Promise<StoredMessage> {
  const text = await readFile(path.join(environment().MAILBOX_DIRECTORY, name), "utf8");
  return storedMessage.parse(JSON.parse(text));
}

function requireOpenMailbox(): void {
  if (!isMailboxOpen()) throw new NotFound();
}
