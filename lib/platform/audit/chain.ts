import { createHash, randomBytes } from "node:crypto";
import { canonicalize } from "json-canonicalize";
import type { AuditChanges } from "@/db/schema";

/** What stands before the first event of every organization: 32 zero bytes. */
export const genesis = Buffer.alloc(32);

/** The part of an event that may name people. */
export type ChainedDetails = {
  actorName: string;
  targetName: string | null;
  changes: AuditChanges;
  reason: string | null;
  clientAddress: string | null;
};

/** The part of an event that the chain holds for good. */
export type ChainedEvent = {
  organizationId: string;
  id: string;
  sequence: number;
  createdAt: Date;
  action: string;
  actorKind: string;
  actorId: string | null;
  targetType: string;
  targetId: string | null;
  requestId: string;
  detailsHash: Buffer;
};

export const newSalt = () => randomBytes(16);

/** SHA-256 over the salt and the details as canonical JSON (RFC 8785). */
export function hashDetails(salt: Buffer, details: ChainedDetails): Buffer {
  const { actorName, targetName, changes, reason, clientAddress } = details;
  const text = canonicalize({ actorName, targetName, changes, reason, clientAddress });
  return createHash("sha256").update(salt).update(text).digest();
}

/** SHA-256 over the event as canonical JSON (RFC 8785), the previous event's hash included. */
export function hashEvent(event: ChainedEvent, previousHash: Buffer): Buffer {
  const text = canonicalize({
    organizationId: event.organizationId,
    id: event.id,
    sequence: event.sequence,
    createdAt: event.createdAt.toISOString(),
    action: event.action,
    actorKind: event.actorKind,
    actorId: event.actorId,
    targetType: event.targetType,
    targetId: event.targetId,
    requestId: event.requestId,
    detailsHash: event.detailsHash.toString("hex"),
    previousHash: previousHash.toString("hex"),
  });
  return createHash("sha256").update(text).digest();
}
