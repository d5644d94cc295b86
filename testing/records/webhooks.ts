import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { webhookDeliveries, webhooks } from "../../db/schema";
import { encrypt } from "../../lib/core/crypto/encryption";
import type { TestOrganization } from "../organization";

type Tables = ReturnType<typeof drizzle>;

const webhookSecret = `whsec_${Buffer.from("known to the test").toString("base64")}`;

/** A webhook that asks for news of people and devices, with a message that is waiting. */
export async function addWebhook(
  { id: organizationId }: TestOrganization,
  tables: Tables,
  fields: Partial<typeof webhooks.$inferInsert> = {},
): Promise<{ id: string; deliveryId: string }> {
  const id = fields.id ?? uuidv7();
  const deliveryId = uuidv7();
  await tables.insert(webhooks).values({
    organizationId,
    name: "Meter data hub",
    url: "https://systems.company.example/wattdesk",
    events: ["user.created", "device.disconnected"],
    encryptedSecret: encrypt(webhookSecret, organizationId),
    ...fields,
    id,
  });
  await tables.insert(webhookDeliveries).values({
    organizationId,
    id: deliveryId,
    webhookId: id,
    type: "user.created",
    data: { organization_id: organizationId },
  });
  return { id, deliveryId };
}
