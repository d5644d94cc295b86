import "server-only";
import { sql } from "drizzle-orm";
import { Resend } from "resend";
import { queryRows } from "@/db/query-rows";
import { systemActor } from "@/lib/core/access/actor";
import { database } from "@/lib/core/database";
import { environment } from "@/lib/core/env";
import { Forbidden } from "@/lib/core/errors";
import { recordDelivery } from "./send-queued-mail";

const states = {
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.failed": "failed",
} as const;

type SignedReport = { body: string; id: string; timestamp: string; signature: string };

/**
 * Takes a report of Resend's webhook, once its signature has been checked.
 * @throws Forbidden when the signature is wrong or no webhook secret is configured
 */
export async function receiveDeliveryReport(
  report: SignedReport,
  requestId: string,
): Promise<void> {
  const event = verified(report);
  if (!(event.type in states)) return;
  const { email_id: providerId, bounce } = event.data as {
    email_id: string;
    bounce?: { message?: string };
  };
  const [mail] = await database().outsideOrganizations((transaction) =>
    queryRows<{ organization_id: string; id: string }>(
      transaction,
      sql`select * from find_outgoing_mail(${providerId})`,
    ),
  );
  if (!mail) return;
  await recordDelivery(systemActor(mail.organization_id, requestId), {
    mailId: mail.id,
    state: states[event.type as keyof typeof states],
    reason: bounce?.message,
  });
}

function verified({ body, id, timestamp, signature }: SignedReport) {
  const { RESEND_WEBHOOK_SECRET, RESEND_API_KEY } = environment();
  if (!RESEND_WEBHOOK_SECRET) throw new Forbidden("No webhook secret is configured.");
  try {
    return new Resend(RESEND_API_KEY ?? "unused").webhooks.verify({
      payload: body,
      headers: { id, timestamp, signature },
      webhookSecret: RESEND_WEBHOOK_SECRET,
    });
  } catch {
    throw new Forbidden("The report's signature is wrong.");
  }
}
