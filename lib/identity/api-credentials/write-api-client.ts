import "server-only";
import { and, eq, gt, isNull, ne, or } from "drizzle-orm";
import { DateTime } from "luxon";
import { apiClients, apiSecrets } from "@/db/schema";
import { type Actor, isPerson } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Conflict, Forbidden, Invalid } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import type { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import {
  createApiClientInput,
  revokeApiClientInput,
  rotateApiSecretInput,
} from "./api-credentials-schema";
import { clientIdentifier, issueSecret } from "./api-secret";
import { findApiClient } from "./find-api-client";

/** A secret is shown to its creator, so that has to be a person. */
function viewerOf(actor: Actor): string {
  if (!isPerson(actor)) throw new Forbidden("Only a person is shown a secret.");
  return actor.userId;
}

function scopesOf(input: z.output<typeof createApiClientInput>): string[] {
  const given = {
    customers: input.customers,
    devices: input.devices,
    team: input.team,
    webhooks: input.webhooks,
    "audit-log": input.auditLog,
  };
  return Object.entries(given)
    .filter(([, access]) => access !== "none")
    .map(([area, access]) => `${area}:${access}`);
}

/**
 * Makes the credentials of a system that is to use the API.
 * @returns identifier and secret; the secret can be shown this once
 * @throws Invalid when the last day is past
 */
export const createApiClient = defineCommand({
  name: "createApiClient",
  input: createApiClientInput,
  requires: { action: "create", resource: "api-credentials" },
  requiresStepUp: true,
  async run({ actor, input, transaction }) {
    const ownerId = viewerOf(actor);
    const organization = await getOrganization(transaction);
    const zone = organization.timeZone;
    const expiresAt =
      input.expiresOn === ""
        ? null
        : DateTime.fromISO(input.expiresOn, { zone }).plus({ days: 1 }).startOf("day").toJSDate();
    if (expiresAt && expiresAt <= now()) throw new Invalid({ expiresOn: "past" });
    const scopes = scopesOf(input);
    const [client] = await transaction
      .insert(apiClients)
      .values({
        organizationId: actor.organizationId,
        name: input.name,
        scopes,
        allowedAddresses: input.allowedAddresses,
        ownerId,
        expiresAt,
      })
      .returning();
    if (!client) throw new Error("The insert returned no row.");
    const secret = await issueSecret(transaction, client, ownerId);
    return {
      result: { id: client.id, identifier: clientIdentifier(client), secret },
      audit: [
        {
          action: "api-client.created",
          target: { type: "api-client", id: client.id, name: client.name },
          changes: {
            scopes: { before: null, after: scopes.join(" ") },
            ...(expiresAt && { expiresAt: { before: null, after: expiresAt.toISOString() } }),
            ...(input.allowedAddresses.length > 0 && {
              allowedAddresses: { before: null, after: input.allowedAddresses.join(" ") },
            }),
          },
        },
      ],
    };
  },
});

/**
 * Gives a client a new secret. The present one goes on working for the given hours, so that the client
 * can change over; any older one stops at once.
 * @returns the new secret, which can be shown this once
 * @throws Conflict `apiClientRevoked`
 */
export const rotateApiSecret = defineCommand({
  name: "rotateApiSecret",
  input: rotateApiSecretInput,
  requires: { action: "update", resource: "api-credentials" },
  requiresStepUp: true,
  async run({ actor, input, transaction }) {
    const client = await findApiClient(transaction, input.id);
    if (client.revokedAt) throw new Conflict("apiClientRevoked");
    const until = new Date(now().getTime() + input.overlap * 3_600_000);
    const good = or(isNull(apiSecrets.expiresAt), gt(apiSecrets.expiresAt, now()));
    const [present] = await transaction
      .select({ id: apiSecrets.id, prefix: apiSecrets.prefix })
      .from(apiSecrets)
      .where(and(eq(apiSecrets.clientId, client.id), isNull(apiSecrets.expiresAt)));
    await transaction
      .update(apiSecrets)
      .set({ expiresAt: now() })
      .where(
        and(
          eq(apiSecrets.clientId, client.id),
          good,
          present ? ne(apiSecrets.id, present.id) : undefined,
        ),
      );
    if (present) {
      await transaction
        .update(apiSecrets)
        .set({ expiresAt: until })
        .where(eq(apiSecrets.id, present.id));
    }
    const secret = await issueSecret(transaction, client, viewerOf(actor));
    return {
      result: { id: client.id, identifier: clientIdentifier(client), secret },
      audit: [
        {
          action: "api-client.rotated",
          target: { type: "api-client", id: client.id, name: client.name },
          changes: {
            secret: { before: present?.prefix ?? null, after: secret.slice(0, 12) },
            oldSecretUntil: { before: null, after: until.toISOString() },
          },
        },
      ],
    };
  },
});

/**
 * Ends a client for good: its secrets stop with the next call.
 * @throws Invalid when the typed confirmation is not the client's name
 */
export const revokeApiClient = defineCommand({
  name: "revokeApiClient",
  input: revokeApiClientInput,
  requires: { action: "delete", resource: "api-credentials" },
  async run({ input, transaction }) {
    const client = await findApiClient(transaction, input.id);
    if (input.confirmation.toLowerCase() !== client.name.toLowerCase()) {
      throw new Invalid({ confirmation: "confirmation" });
    }
    const revoked = await transaction
      .update(apiClients)
      .set({ revokedAt: now() })
      .where(and(eq(apiClients.id, client.id), isNull(apiClients.revokedAt)))
      .returning({ id: apiClients.id });
    if (revoked.length === 0) return { result: { id: client.id }, audit: [] };
    return {
      result: { id: client.id },
      audit: [
        {
          action: "api-client.revoked",
          target: { type: "api-client", id: client.id, name: client.name },
        },
      ],
    };
  },
});
