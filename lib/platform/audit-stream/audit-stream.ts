import "server-only";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { auditHeads, auditStreams } from "@/db/schema";
import { actorId } from "@/lib/core/access/actor";
import { encrypt } from "@/lib/core/crypto/encryption";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { requireDeliverableAddress } from "../webhooks/require-deliverable-address";
import { saveAuditStreamInput } from "./audit-stream-schema";

/** Where audit events are sent, and how far behind that is. */
export const getAuditStream = defineQuery({
  name: "getAuditStream",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  async run({ transaction }) {
    const [stream] = await transaction.select().from(auditStreams);
    const [head] = await transaction.select({ sequence: auditHeads.sequence }).from(auditHeads);
    if (!stream) return undefined;
    const { encryptedSecret, ...shown } = stream;
    return { ...shown, sequence: head?.sequence ?? 0 };
  },
});

/**
 * Sends audit events to an address from now on; the address and the secret replace earlier ones.
 * @returns the secret that signs the messages, to be shown this once
 */
export const saveAuditStream = defineCommand({
  name: "saveAuditStream",
  input: saveAuditStreamInput,
  requiresStepUp: true,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, input, transaction }) {
    requireDeliverableAddress(input.url);
    const { organizationId } = actor;
    const secret = `whsec_${randomBytes(32).toString("base64")}`;
    const encryptedSecret = encrypt(secret, organizationId);
    const [before] = await transaction.select().from(auditStreams);
    const [head] = await transaction.select({ sequence: auditHeads.sequence }).from(auditHeads);
    const fresh = {
      url: input.url,
      encryptedSecret,
      secretSeenBy: actorId(actor) ?? null,
      rotationDueSince: null,
      failures: 0,
      lastError: null,
      nextTryAt: null,
    };
    await transaction
      .insert(auditStreams)
      .values({ organizationId, deliveredSequence: head?.sequence ?? 0, ...fresh })
      .onConflictDoUpdate({ target: auditStreams.organizationId, set: fresh });
    return {
      result: { secret },
      audit: [
        {
          action: "audit-stream.saved",
          target: { type: "audit-stream", name: new URL(input.url).host },
          changes: { url: { before: before?.url ?? null, after: input.url } },
        },
      ],
    };
  },
});

/** Sends no more audit events. */
export const removeAuditStream = defineCommand({
  name: "removeAuditStream",
  input: z.object({}),
  requiresStepUp: true,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, transaction }) {
    const [removed] = await transaction
      .delete(auditStreams)
      .where(eq(auditStreams.organizationId, actor.organizationId))
      .returning({ url: auditStreams.url });
    if (!removed) return { result: undefined, audit: [] };
    return {
      result: undefined,
      audit: [
        {
          action: "audit-stream.removed",
          target: { type: "audit-stream", name: new URL(removed.url).host },
        },
      ],
    };
  },
});
