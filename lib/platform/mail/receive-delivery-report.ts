import "server-only";
import { sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { queryRows } from "@/db/query-rows";
import { systemActor } from "@/lib/core/access/actor";
import { database } from "@/lib/core/database";
import { environment } from "@/lib/core/env";
import { Forbidden } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/validation/parse-input";
import { parseJson } from "@/lib/core/validation/parse-json";
import { z } from "@/lib/core/validation/problems";
import { recordDelivery } from "./send-queued-mail";

const states = {
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.failed": "failed",
} as const;

const deliveryReport = z.object({
  type: z.string(),
  data: z.object({
    email_id: z.string().optional(),
    bounce: z.object({ message: z.string().optional() }).optional(),
  }),
});

/** The headers of a report are null where they were not sent. */
type SignedReport = {
  body: string;
  id: string | null;
  timestamp: string | null;
  signature: string | null;
};

/**
 * Takes a report of Resend's webhook, once its signature has been checked.
 * @throws Forbidden when the signature is wrong or no webhook secret is configured
 * @throws Invalid when it is signed and no report
 */
export async function receiveDeliveryReport(
  report: SignedReport,
  requestId: string,
): Promise<void> {
  requireSignature(report);
  const { type, data } = parseInput(deliveryReport, parseJson(report.body));
  if (!Object.hasOwn(states, type) || data.email_id === undefined) return;
  const [mail] = await database().outsideOrganizations((transaction) =>
    queryRows<{ organization_id: string; id: string }>(
      transaction,
      sql`select * from find_outgoing_mail(${data.email_id})`,
    ),
  );
  if (!mail) return;
  await recordDelivery(systemActor(mail.organization_id, requestId), {
    mailId: mail.id,
    state: states[type as keyof typeof states],
    reason: data.bounce?.message,
  });
}

function requireSignature({ body, id, timestamp, signature }: SignedReport): void {
  const { RESEND_WEBHOOK_SECRET } = environment();
  if (!RESEND_WEBHOOK_SECRET) throw new Forbidden("No webhook secret is configured.");
  if (id === null || timestamp === null || signature === null) {
    throw new Forbidden("The report is not signed.");
  }
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signature,
  };
  try {
    new Webhook(RESEND_WEBHOOK_SECRET).verify(body, headers, { jsonParse: false });
  } catch {
    throw new Forbidden("The report's signature is wrong.");
  }
}
