import "server-only";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectorCredentials } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import { decrypt, encrypt } from "@/lib/core/crypto/encryption";
import { environment } from "@/lib/core/env";
import { Conflict, Invalid } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ConnectorProblem } from "../connectors/connector";
import { EnodeConnector } from "../connectors/enode-connector";
import { enodeCredentialsInput } from "./connector-credentials-schema";

const contextOf = (organizationId: string) => `${organizationId} enode`;

const enodeOf = (credentials: { clientId: string; clientSecret: string }) => {
  const { ENODE_API_URL: apiUrl, ENODE_LOGIN_URL: loginUrl } = environment();
  return new EnodeConnector({ apiUrl, loginUrl, ...credentials });
};

async function findCredentials(transaction: Transaction) {
  const [row] = await transaction
    .select()
    .from(connectorCredentials)
    .where(eq(connectorCredentials.connector, "enode"));
  return row;
}

/** The organization's way to Enode, where it has credentials for it. */
export async function findEnode(transaction: Transaction): Promise<EnodeConnector | undefined> {
  const row = await findCredentials(transaction);
  if (!row) return undefined;
  const clientSecret = decrypt(row.encryptedSecret, contextOf(row.organizationId));
  return enodeOf({ clientId: row.clientId, clientSecret });
}

/** Whether Enode is switched on, and as which client. */
export const getConnectorCredentials = defineQuery({
  name: "getConnectorCredentials",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  async run({ transaction }) {
    const row = await findCredentials(transaction);
    return { enode: row ? { clientId: row.clientId, since: row.createdAt } : undefined };
  },
});

/** Where Enode tells us of what happens. */
const webhookAddress = (organizationId: string) =>
  `${environment().BASE_URL}/api/manufacturers/enode/${organizationId}`;

/**
 * Switches Enode on: tries the credentials, keeps them encrypted, and has Enode tell us of changes.
 * @throws Invalid when Enode refuses them
 * @throws Conflict `manufacturerDown` when it does not answer
 */
export async function switchEnodeOn(actor: Actor, input: unknown): Promise<void> {
  // Nobody without the right to save credentials makes us call an outside service.
  await requireRightToCredentials(actor, {});
  const credentials = parseInput(enodeCredentialsInput, input);
  const enode = enodeOf(credentials);
  await translating(() => enode.checkCredentials());
  const { webhookSecret } = await saveEnodeCredentials(actor, credentials);
  await translating(() =>
    enode.registerWebhook(webhookAddress(actor.organizationId), webhookSecret),
  );
}

async function translating(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ConnectorProblem)) throw error;
    if (error.problem === "unsupported") throw new Invalid({ clientSecret: "credentialsRefused" });
    throw new Conflict("manufacturerDown:Enode");
  }
}

/** @throws Forbidden when the actor may not set credentials */
export const requireRightToCredentials = defineQuery({
  name: "requireRightToCredentials",
  input: z.object({}),
  requires: { action: "update", resource: "organization-settings" },
  run: async () => undefined,
});

export const saveEnodeCredentials = defineCommand({
  name: "saveEnodeCredentials",
  input: enodeCredentialsInput,
  requires: { action: "update", resource: "organization-settings" },
  requiresStepUp: true,
  async run({ actor, input, transaction }) {
    const { organizationId } = actor;
    const webhookSecret = randomBytes(32).toString("hex");
    const kept = {
      clientId: input.clientId,
      encryptedSecret: encrypt(input.clientSecret, contextOf(organizationId)),
      encryptedWebhookSecret: encrypt(webhookSecret, contextOf(organizationId)),
      updatedBy: actorId(actor) ?? null,
    };
    await transaction
      .insert(connectorCredentials)
      .values({ organizationId, connector: "enode", ...kept })
      .onConflictDoUpdate({
        target: [connectorCredentials.organizationId, connectorCredentials.connector],
        set: kept,
      });
    return {
      result: { webhookSecret },
      audit: [
        {
          action: "organization.updated",
          target: { type: "organization", id: organizationId },
          changes: { enodeClientId: { before: null, after: input.clientId } },
        },
      ],
    };
  },
});

/** Forgets the credentials. Accounts that were linked through them are not read any more. */
export const switchEnodeOff = defineCommand({
  name: "switchEnodeOff",
  input: z.object({}),
  requires: { action: "update", resource: "organization-settings" },
  requiresStepUp: true,
  async run({ actor, transaction }) {
    const row = await findCredentials(transaction);
    if (!row) return { result: undefined, audit: [] };
    await transaction
      .delete(connectorCredentials)
      .where(eq(connectorCredentials.connector, "enode"));
    return {
      result: undefined,
      audit: [
        {
          action: "organization.updated",
          target: { type: "organization", id: actor.organizationId },
          changes: { enodeClientId: { before: row.clientId, after: null } },
        },
      ],
    };
  },
});

/** The secret with which Enode signs what it tells this organization. */
export const readEnodeWebhookSecret = defineQuery({
  name: "readEnodeWebhookSecret",
  input: z.object({}),
  requires: { action: "read", resource: "maintenance" },
  async run({ transaction }) {
    const row = await findCredentials(transaction);
    if (!row?.encryptedWebhookSecret) return undefined;
    return decrypt(row.encryptedWebhookSecret, contextOf(row.organizationId));
  },
});
