import "server-only";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { webhooks } from "@/db/schema";
import type { RecordTarget } from "@/lib/core/audit/audit-entry";
import { encrypt } from "@/lib/core/crypto/encryption";
import { NotFound } from "@/lib/core/errors";

/** @throws NotFound when the organization has no such webhook */
export async function findWebhook(transaction: Transaction, id: string) {
  const [webhook] = await transaction.select().from(webhooks).where(eq(webhooks.id, id));
  if (!webhook) throw new NotFound();
  return webhook;
}

/** A webhook as audit events name it. */
export const webhookTarget = ({ id, name }: { id: string; name: string }): RecordTarget => ({
  type: "webhook",
  id,
  name,
});

/** A secret by the Standard Webhooks scheme, as it is shown once and as it is kept. */
export function makeWebhookSecret(organizationId: string) {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  return { secret, encryptedSecret: encrypt(secret, organizationId) };
}
