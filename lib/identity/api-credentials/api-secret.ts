import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "@/db/client";
import { apiSecrets } from "@/db/schema";
import { getOrganization } from "@/lib/core/organizations/organization-row";

const prefixes = { production: "wd_live_", sandbox: "wd_test_" } as const;
const shownCharacters = 12;

/** A secret has 256 random bits, so a plain SHA-256 is enough to keep it. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Makes a client's new secret. @returns it, to be shown this once */
export async function issueSecret(
  transaction: Transaction,
  client: { organizationId: string; id: string },
  seenBy: string,
): Promise<string> {
  const organization = await getOrganization(transaction);
  const secret = prefixes[organization.environment] + randomBytes(32).toString("base64url");
  await transaction.insert(apiSecrets).values({
    organizationId: client.organizationId,
    clientId: client.id,
    secretHash: hashSecret(secret),
    prefix: secret.slice(0, shownCharacters),
    seenBy,
  });
  return secret;
}

/** What a client names itself by: it says its organization, as our links do. */
export function clientIdentifier(client: { organizationId: string; id: string }): string {
  return `${client.organizationId}.${client.id}`;
}
