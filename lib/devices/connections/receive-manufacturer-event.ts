import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { manufacturerAccounts } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { parseJson } from "@/lib/core/validation/parse-json";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { connectorIds } from "../connectors/connector";
import { enodeVendors } from "../connectors/enode-vendors";
import { readEnodeWebhookSecret } from "./connector-credentials";
import { readSoon } from "./manufacturer-account";

const sandboxEvent = z.object({
  type: z.string(),
  data: z.object({ account_id: z.string().max(200) }),
});

type Signed = { body: string; headers: Record<string, string> };

/**
 * Takes a message of the sandbox's manufacturers. It is a hint to look, and proves nothing else: what happened is
 * read from the manufacturer itself.
 * @returns false when it is not signed by them
 * @throws Invalid when it is signed and no JSON
 */
export async function receiveSandboxEvent(
  organizationId: string,
  requestId: string,
  { body, headers }: Signed,
): Promise<boolean> {
  const secret = environment().SANDBOX_MANUFACTURER_WEBHOOK_SECRET;
  if (!secret || !z.uuid().safeParse(organizationId).success) return false;
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
  } catch {
    return false;
  }
  const event = sandboxEvent.safeParse(parseJson(body));
  if (!event.success) return true;
  await readAccountsSoon(systemActor(organizationId, requestId), {
    connector: "sandbox",
    externalAccountIds: [event.data.data.account_id],
  });
  return true;
}

const enodeEvents = z
  .array(z.object({ user: z.object({ id: z.string().max(200) }).nullish() }))
  .max(100);

/**
 * Takes messages of Enode: an array of events, signed with SHA-1 HMAC over the raw body. They are hints to look.
 * @returns false when they are not signed with this organization's secret
 * @throws Invalid when they are signed and no JSON
 */
export async function receiveEnodeEvents(
  organizationId: string,
  requestId: string,
  { body, signature }: { body: string; signature: string | null },
): Promise<boolean> {
  if (!z.uuid().safeParse(organizationId).success) return false;
  const actor = systemActor(organizationId, requestId);
  const secret = await readEnodeWebhookSecret(actor, {});
  if (!secret || signature === null) return false;
  const right = Buffer.from(`sha1=${createHmac("sha1", secret).update(body).digest("hex")}`);
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
  const events = enodeEvents.safeParse(parseJson(body));
  if (!events.success) return true;
  const users = new Set(events.data.flatMap(({ user }) => (user ? [user.id] : [])));
  const externalAccountIds = [...users].flatMap((id) =>
    enodeVendors.map(({ code }) => `${id} ${code}`),
  );
  for (let start = 0; start < externalAccountIds.length; start += maxAccounts) {
    await readAccountsSoon(actor, {
      connector: "enode",
      externalAccountIds: externalAccountIds.slice(start, start + maxAccounts),
    });
  }
  return true;
}

const maxAccounts = 100;

/** Has accounts read now instead of when their turn comes. */
export const readAccountsSoon = defineCommand({
  name: "readAccountsSoon",
  input: z.object({
    connector: z.enum(connectorIds),
    externalAccountIds: z.array(z.string().max(200)).max(100),
  }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const due = await transaction
      .update(manufacturerAccounts)
      .set({ nextReadAt: now() })
      .where(
        and(
          eq(manufacturerAccounts.connector, input.connector),
          inArray(manufacturerAccounts.externalAccountId, input.externalAccountIds),
          eq(manufacturerAccounts.state, "active"),
        ),
      )
      .returning();
    for (const account of due) await readSoon(transaction, account);
    return { result: { accounts: due.length }, audit: [] };
  },
});
