import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { manufacturerAccounts } from "@/db/schema";
import { systemActor } from "../access/actor";
import { defineCommand } from "../access/use-case";
import { now } from "../clock";
import { connectorIds } from "../connectors/connector";
import { environment } from "../env";
import { z } from "../validation/problems";
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
 */
export async function receiveSandboxEvent(
  organizationId: string,
  requestId: string,
  { body, headers }: Signed,
): Promise<boolean> {
  const secret = environment().SANDBOX_MANUFACTURER_WEBHOOK_SECRET;
  if (!secret || !z.uuid().safeParse(organizationId).success) return false;
  try {
    new Webhook(secret).verify(body, headers);
  } catch {
    return false;
  }
  const event = sandboxEvent.safeParse(JSON.parse(body));
  if (!event.success) return true;
  await readAccountsSoon(systemActor(organizationId, requestId), {
    connector: "sandbox",
    externalAccountIds: [event.data.data.account_id],
  });
  return true;
}

/** Has accounts read now instead of when their turn comes. */
export const readAccountsSoon = defineCommand({
  name: "readAccountsSoon",
  input: z.object({
    connector: z.enum(connectorIds),
    externalAccountIds: z.array(z.string().max(200)).max(100),
  }),
  requires: { action: "update", resource: "housekeeping" },
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
