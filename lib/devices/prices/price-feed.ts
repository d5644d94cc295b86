import "server-only";
import type { Transaction } from "@/db/client";
import type { PriceFeed } from "@/db/schema";
import { environment } from "@/lib/core/env";
import { getOrganization } from "@/lib/core/organizations/organization-row";

/** Whose prices count for the organization: those of the market, or made-up ones in sandboxes and the demo. */
export async function getPriceFeed(transaction: Transaction): Promise<PriceFeed> {
  const organization = await getOrganization(transaction);
  const isSimulated =
    organization.environment === "sandbox" || environment().DAY_AHEAD_PRICES === "simulated";
  return isSimulated ? "simulated" : "market";
}
