import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { Resend } from "resend";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";

export type Message = {
  /** Names the mail to the provider, which sends a repeated one only once. */
  id: string;
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
};

/** What the provider said. Resend reports delivery later, by webhook. */
export type Dispatch = {
  state: "sent" | "delivered" | "bounced";
  providerId: string;
  reason?: string;
};

/** A refusal that no further try will change. */
export class PermanentMailError extends Error {
  override name = "PermanentMailError";
}

/** Hands a message to Resend when a key is set, and to the embedded mailbox otherwise. */
export function dispatch(message: Message): Promise<Dispatch> {
  const key = environment().RESEND_API_KEY;
  return key ? sendByResend(message, key) : putIntoMailbox(message);
}

const permanentErrors = [
  "validation_error",
  "invalid_from_address",
  "invalid_parameter",
  "missing_required_field",
];

async function sendByResend({ id, ...message }: Message, key: string): Promise<Dispatch> {
  const { data, error } = await new Resend(key).emails.send(message, { idempotencyKey: id });
  if (error) {
    const text = `${error.name}: ${error.message}`;
    throw permanentErrors.includes(error.name) ? new PermanentMailError(text) : new Error(text);
  }
  return { state: "sent", providerId: data.id };
}

/** As providers' test addresses do: mail to this domain comes back. */
const bouncingDomain = "@bounce.example";

async function putIntoMailbox(message: Message): Promise<Dispatch> {
  const providerId = `mailbox-${message.id}`;
  if (message.to.endsWith(bouncingDomain)) {
    return { state: "bounced", providerId, reason: "550 5.1.1 No such mailbox" };
  }
  const folder = environment().MAILBOX_DIRECTORY;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${message.id}.json`);
  // A draft of each run's own: a job that runs twice at once must not rename the other's.
  const draft = `${file}.${randomUUID()}.draft`;
  await writeFile(draft, JSON.stringify({ ...message, receivedAt: now().toISOString() }));
  await rename(draft, file);
  return { state: "delivered", providerId };
}
