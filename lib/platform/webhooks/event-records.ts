import "server-only";
import type { Actor } from "@/lib/core/access/actor";
import type { WebhookEvent } from "./webhook-events";

export type QueuedEvent = { type: WebhookEvent; data: Record<string, unknown> };

/** Reads the record that an event is about, as the Partner API answers it; null when there is none any more. */
type EventRecordReader = (
  actor: Actor,
  event: QueuedEvent,
) => Promise<Record<string, unknown> | null>;

let reader: EventRecordReader | undefined;

/** Sets how the records in webhook messages are read: the API's answers are made in a layer above this one. */
export function provideEventRecords(provided: EventRecordReader): void {
  reader = provided;
}

/** @throws Error when no reader was provided */
export function readEventRecord(actor: Actor, event: QueuedEvent) {
  if (!reader) throw new Error("No reader of event records was provided.");
  return reader(actor, event);
}
