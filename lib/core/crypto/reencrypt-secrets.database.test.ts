import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { reencryptSecrets } from "@/commands/reencrypt-secrets";
import { manufacturerAccounts, webhooks } from "@/db/schema";
import { openAccount } from "@/lib/devices/connections/manufacturer-account";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { addManufacturerAccount } from "@/testing/records/connections";
import { addWebhook } from "@/testing/records/webhooks";
import { environment } from "../env";
import { decrypt } from "./encryption";

const url = process.env.DATABASE_URL ?? "";
const { client, tables } = ownerConnection(url);
// As an owner of the tables who is no superuser: row-level security is forced.
const boundClient = postgres(url, { max: 2, connection: { role: "wattdesk_app" } });
afterAll(() => Promise.all([client.end(), boundClient.end()]));

it.each([
  ["a superuser", client],
  ["a login that row-level security binds", boundClient],
])("encrypts under the new key what the one before encrypted, as %s", async (_, login) => {
  const organization = await createOrganization(tables);
  const tokens = { accessToken: "a", refreshToken: "r", expiresAt: new Date() };
  const id = await addManufacturerAccount(organization, tables, { tokens });
  await addWebhook(organization, tables, { id: organization.deviceId });
  const [{ count } = { count: 0 }] = await client<{ count: number }[]>`
    select count(*)::int from webhooks`;
  const keys = environment();
  keys.ENCRYPTION_KEY_PREVIOUS = keys.ENCRYPTION_KEY;
  keys.ENCRYPTION_KEY = randomBytes(32).toString("base64");
  expect(await reencryptSecrets(login)).toBe(2 * count);
  keys.ENCRYPTION_KEY_PREVIOUS = undefined;
  const [account] = await tables
    .select()
    .from(manufacturerAccounts)
    .where(eq(manufacturerAccounts.id, id));
  expect(account && openAccount(account).tokens?.refreshToken).toBe("r");
  const [webhook] = await tables
    .select()
    .from(webhooks)
    .where(eq(webhooks.organizationId, organization.id));
  expect(webhook && decrypt(webhook.encryptedSecret, organization.id)).toMatch(/^whsec_/);
});
