import "server-only";
import { environment } from "@/lib/core/env";
import type { Connector, OfferedManufacturer } from "./connector";
import { SandboxConnector } from "./sandbox-connector";

/** The connector to the sandbox's manufacturers, where the installation has them. */
export function sandboxConnector(): Connector | undefined {
  const {
    SANDBOX_MANUFACTURER_URL: url,
    SANDBOX_MANUFACTURER_CLIENT_ID: clientId,
    SANDBOX_MANUFACTURER_CLIENT_SECRET: clientSecret,
  } = environment();
  if (!url || !clientId || !clientSecret) return undefined;
  return new SandboxConnector({ url, clientId, clientSecret });
}

/** Every manufacturer that can be connected, with the connector that does it; the first one wins. */
export async function offeredManufacturers(
  connectors: Connector[],
): Promise<(OfferedManufacturer & { connector: Connector })[]> {
  const found = new Map<string, OfferedManufacturer & { connector: Connector }>();
  for (const connector of connectors) {
    for (const manufacturer of await connector.listManufacturers()) {
      if (!found.has(manufacturer.name))
        found.set(manufacturer.name, { ...manufacturer, connector });
    }
  }
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}
