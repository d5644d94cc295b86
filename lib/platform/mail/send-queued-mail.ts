import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { organizationLogos, outgoingMails } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { decrypt } from "@/lib/core/crypto/encryption";
import { environment } from "@/lib/core/env";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { findMailText } from "./mail-texts";
import { renderMail } from "./render-mail";
import { senderOf } from "./sender";
import { dispatch, PermanentMailError } from "./transport";

export const sendMailJob = z.object({ organizationId: z.uuid(), mailId: z.uuid() });

/** Where a mail's link leads, by template. */
const linkPaths = {
  invitation: "/invite/",
  "password-reset": "/accounts/reset-password/",
  "portal-access": "/accounts/reset-password/",
  "address-change": "/accounts/confirm-address/",
  "address-change-new": "/accounts/confirm-address/",
  reconnection: "/connect/",
  connection: "/connect/",
} as const;

/**
 * Sends one mail of the outbox. Safe to repeat: a mail that has gone is left alone, and one whose
 * sending was cut off is offered again under the same id, which the provider recognises.
 * @throws Error when the provider could not be reached and another try is worth it
 */
export async function sendQueuedMail(
  job: z.infer<typeof sendMailJob>,
  attempt: { isLast: boolean; requestId: string },
): Promise<void> {
  const actor = systemActor(job.organizationId, attempt.requestId);
  const mail = await readQueuedMail(actor, { mailId: job.mailId });
  if (!mail) return;
  try {
    const { organization, logoHash, ownText } = mail;
    const { BASE_URL, MAIL_FROM } = environment();
    const message = await renderMail({
      ...mail,
      link: linkOf(mail),
      ownText,
      accentColor: organization.accentColor,
      logo: logoHash ? `${BASE_URL}/brand/${organization.id}/logo?v=${logoHash}` : undefined,
      hasReplyTo: organization.mailReplyTo !== null,
    });
    const sent = await dispatch({
      ...message,
      id: mail.id,
      from: senderOf(MAIL_FROM, organization.mailSenderName),
      to: mail.recipient,
      ...(organization.mailReplyTo && { replyTo: organization.mailReplyTo }),
    });
    await markMail(actor, { mailId: mail.id, ...sent });
  } catch (error) {
    const isFinal = attempt.isLast || error instanceof PermanentMailError;
    const reason = error instanceof Error ? error.message : "unknown";
    await markMail(actor, { mailId: mail.id, state: isFinal ? "failed" : "queued", reason });
    if (!(error instanceof PermanentMailError)) throw error;
  }
}

type Linked = {
  template: string;
  userId: string;
  encryptedSecret: Buffer | null;
  parameters: string;
};

function linkOf(mail: Linked) {
  const { caseId } = JSON.parse(mail.parameters) as { caseId?: string };
  if (caseId) return `${environment().BASE_URL}/cases/${caseId}`;
  if (!mail.encryptedSecret || !(mail.template in linkPaths)) return undefined;
  const path = linkPaths[mail.template as keyof typeof linkPaths];
  return `${environment().BASE_URL}${path}${decrypt(mail.encryptedSecret, mail.userId)}`;
}

const readQueuedMail = defineQuery({
  name: "readQueuedMail",
  input: z.object({ mailId: z.uuid() }),
  requires: { action: "read", resource: "outgoing-mail" },
  async run({ input, transaction }) {
    const [mail] = await transaction
      .select()
      .from(outgoingMails)
      .where(and(eq(outgoingMails.id, input.mailId), eq(outgoingMails.state, "queued")));
    const organization = await getOrganization(transaction);
    if (!mail || !organization) return undefined;
    const [logo] = await transaction
      .select({ hash: organizationLogos.contentHash })
      .from(organizationLogos);
    return {
      ...mail,
      organization,
      logoHash: logo?.hash,
      ownText: await findMailText(transaction, mail),
    };
  },
});

/** Writes down what became of a mail. Once it has left our hands, its link is forgotten. */
const markMail = defineCommand({
  name: "markMail",
  input: z.object({
    mailId: z.uuid(),
    state: z.enum(["queued", "sent", "delivered", "bounced", "failed"]),
    providerId: z.string().optional(),
    reason: z.string().optional(),
  }),
  requires: { action: "update", resource: "outgoing-mail" },
  async run({ input, transaction }) {
    const [mail] = await transaction
      .update(outgoingMails)
      .set({
        state: input.state,
        stateChangedAt: now(),
        attempts: sql`${outgoingMails.attempts} + 1`,
        failureReason: input.reason?.slice(0, 500) ?? null,
        ...(input.providerId ? { providerId: input.providerId } : {}),
        ...(input.state === "queued" ? {} : { encryptedSecret: null }),
      })
      .where(and(eq(outgoingMails.id, input.mailId), eq(outgoingMails.state, "queued")))
      .returning();
    if (!mail || input.state === "queued") return { result: undefined, audit: [] };
    return { result: undefined, audit: [fateOf(mail, input.state, input.reason)] };
  },
});

function fateOf(
  mail: { id: string; recipient: string },
  state: "sent" | "delivered" | "bounced" | "failed",
  reason: string | undefined,
): AuditEntry {
  return {
    action: `mail.${state}`,
    target: { type: "mail", id: mail.id, name: mail.recipient },
    reason,
  };
}

/** Which states a provider's later word may follow. */
const earlierStates = {
  delivered: ["sent"],
  bounced: ["sent", "delivered"],
  failed: ["sent"],
} as const;

/** Takes the provider's later word on a mail: delivered, bounced or given up. Repeats change nothing. */
export const recordDelivery = defineCommand({
  name: "recordDelivery",
  input: z.object({
    mailId: z.uuid(),
    state: z.enum(["delivered", "bounced", "failed"]),
    reason: z.string().optional(),
  }),
  requires: { action: "update", resource: "outgoing-mail" },
  async run({ input, transaction }) {
    const [mail] = await transaction
      .update(outgoingMails)
      .set({
        state: input.state,
        stateChangedAt: now(),
        failureReason: input.reason?.slice(0, 500) ?? null,
      })
      .where(
        and(
          eq(outgoingMails.id, input.mailId),
          inArray(outgoingMails.state, [...earlierStates[input.state]]),
        ),
      )
      .returning();
    if (!mail) return { result: undefined, audit: [] };
    return { result: undefined, audit: [fateOf(mail, input.state, input.reason)] };
  },
});
