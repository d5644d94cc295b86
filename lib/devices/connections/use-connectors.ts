import "server-only";
import type { Transaction } from "@/db/client";
import { environment } from "@/lib/core/env";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import type { Connector } from "../connectors/connector";
import { sandboxConnector } from "../connectors/connectors";
import { findEnode } from "./connector-credentials";

/**
 * The connectors that an organization has: those it has credentials for, and in sandboxes (in the demo
 * everywhere) the one to the sandbox's manufacturers.
 */
export async function connectorsOfOrganization(transaction: Transaction): Promise<Connector[]> {
  const organization = await getOrganization(transaction);
  const isForTrying =
    organization.environment === "sandbox" || environment().WATTDESK_MODE !== "production";
  const sandbox = isForTrying ? sandboxConnector() : undefined;
  const enode = await findEnode(transaction);
  return [enode, sandbox].filter((connector) => connector !== undefined);
}

/** @returns undefined when the organization has no such connector (any more) */
export async function findConnector(
  transaction: Transaction,
  id: string,
): Promise<Connector | undefined> {
  return (await connectorsOfOrganization(transaction)).find((connector) => connector.id === id);
}
