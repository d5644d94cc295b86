import "server-only";
import { and, count, eq, sql } from "drizzle-orm";
import { webhooks } from "@/db/schema";
import { actorId, isPerson } from "@/lib/core/access/actor";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Conflict, VersionConflict } from "@/lib/core/errors";
import { isExpected, requireDeleted } from "@/lib/core/records/expected-version";
import { defineCommand } from "@/lib/define-use-case";
import { findWebhook, makeWebhookSecret, webhookTarget } from "./find-webhook";
import { requireDeliverableAddress } from "./require-deliverable-address";
import {
  createWebhookInput,
  deleteWebhookInput,
  updateWebhookInput,
  webhookReference,
} from "./webhook-schema";

const maxWebhooks = 20;
const overlapHours = 24;

/**
 * Has an address told of what happens from now on.
 * @returns the secret that signs the messages, to be shown this once
 * @throws Conflict `webhookLimit`
 */
export const createWebhook = defineCommand({
  name: "createWebhook",
  input: createWebhookInput,
  requiresStepUp: true,
  locksOrganization: true,
  requires: { action: "create", resource: "webhook" },
  async run({ actor, input, transaction }) {
    requireDeliverableAddress(input.url);
    const { organizationId } = actor;
    const [present] = await transaction.select({ number: count() }).from(webhooks);
    if ((present?.number ?? 0) >= maxWebhooks) throw new Conflict("webhookLimit");
    const { secret, encryptedSecret } = makeWebhookSecret(organizationId);
    const [made] = await transaction
      .insert(webhooks)
      .values({
        ...input,
        organizationId,
        encryptedSecret,
        secretSeenBy: isPerson(actor) ? actorId(actor) : null,
      })
      .returning();
    if (!made) throw new Error("The insert returned no row.");
    return {
      result: { id: made.id, secret },
      audit: [
        {
          action: "webhook.created",
          target: webhookTarget(made),
          changes: changesBetween(
            {},
            {
              url: input.url,
              events: input.events.join(" "),
              includesRecord: input.includesRecord,
            },
          ),
        },
      ],
    };
  },
});

/**
 * Changes where and of what a webhook is told, or switches it off and on.
 * @throws VersionConflict when another wrote since the given version was read
 */
export const updateWebhook = defineCommand({
  name: "updateWebhook",
  input: updateWebhookInput,
  requiresStepUp: true,
  requires: { action: "update", resource: "webhook" },
  async run({ input, transaction }) {
    const { id, version, isEnabled, ...fields } = input;
    if (isEnabled) requireDeliverableAddress(fields.url);
    const before = await findWebhook(transaction, id);
    const disabledAt = isEnabled ? null : (before.disabledAt ?? now());
    const [after] = await transaction
      .update(webhooks)
      .set({
        ...fields,
        disabledAt,
        ...(isEnabled && before.disabledAt && { failingSince: null }),
        version: sql`${webhooks.version} + 1`,
      })
      .where(and(eq(webhooks.id, id), eq(webhooks.version, version)))
      .returning();
    if (!after) throw new VersionConflict(await findWebhook(transaction, id), fields);
    const shown = ({ name, url, events, includesRecord, disabledAt }: typeof after) => ({
      name,
      url,
      includesRecord,
      events: events.join(" "),
      isEnabled: disabledAt === null,
    });
    return {
      result: { id },
      audit: [
        {
          action: "webhook.updated",
          target: webhookTarget(after),
          changes: changesBetween(shown(before), shown(after)),
        },
      ],
    };
  },
});

/**
 * Gives a webhook a new secret. For a day messages are signed with the old one too, so that the receiver can
 * change over.
 * @returns the new secret, to be shown this once
 */
export const rotateWebhookSecret = defineCommand({
  name: "rotateWebhookSecret",
  input: webhookReference,
  requiresStepUp: true,
  requires: { action: "update", resource: "webhook" },
  async run({ actor, input, transaction }) {
    const webhook = await findWebhook(transaction, input.id);
    const { secret, encryptedSecret } = makeWebhookSecret(actor.organizationId);
    const oldSecretUntil = new Date(now().getTime() + overlapHours * 3_600_000);
    await transaction
      .update(webhooks)
      .set({
        encryptedSecret,
        encryptedOldSecret: webhook.encryptedSecret,
        oldSecretUntil,
        secretSeenBy: isPerson(actor) ? actorId(actor) : null,
        rotationDueSince: null,
        version: sql`${webhooks.version} + 1`,
      })
      .where(eq(webhooks.id, webhook.id));
    return {
      result: { id: webhook.id, secret },
      audit: [
        {
          action: "webhook.secret-replaced",
          target: webhookTarget(webhook),
          changes: { oldSecretUntil: { before: null, after: oldSecretUntil.toISOString() } },
        },
      ],
    };
  },
});

/** Deletes a webhook with its messages. */
export const deleteWebhook = defineCommand({
  name: "deleteWebhook",
  input: deleteWebhookInput,
  requires: { action: "delete", resource: "webhook" },
  async run({ input, transaction }) {
    const webhook = await findWebhook(transaction, input.id);
    const deleted = await transaction
      .delete(webhooks)
      .where(and(eq(webhooks.id, webhook.id), isExpected(webhooks.version, input.version)))
      .returning({ id: webhooks.id });
    requireDeleted(deleted, webhook, input.version);
    return {
      result: { id: webhook.id },
      audit: [{ action: "webhook.deleted", target: webhookTarget(webhook) }],
    };
  },
});
