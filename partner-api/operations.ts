import { auditOperations } from "./audit/audit-operations";
import { buildingOperations } from "./buildings/building-operations";
import { bulkDeviceOperations } from "./devices/bulk-devices";
import { chargingOperations } from "./devices/charging-operations";
import { dataOperations } from "./devices/data-operations";
import { deviceOperations } from "./devices/device-operations";
import { energyOperations } from "./devices/energy-operations";
import { fleetOperations } from "./devices/fleet-operations";
import { sessionOperations } from "./devices/session-operations";
import { energyContractOperations } from "./energy-contracts/energy-contract-operations";
import { exportOperations } from "./exports";
import { onboardingOperations } from "./onboarding/onboarding-operations";
import type { Operation } from "./operation";
import { bulkUserOperations } from "./people/bulk-users";
import { userOperations } from "./people/user-operations";
import { webhookOperations } from "./webhooks/webhook-operations";

/** Everything that the API can do. What stands here is served, documented and tested. */
export const operations: readonly Operation[] = [
  ...userOperations,
  ...buildingOperations,
  ...energyContractOperations,
  ...deviceOperations,
  ...chargingOperations,
  ...sessionOperations,
  ...energyOperations,
  ...dataOperations,
  ...fleetOperations,
  ...bulkUserOperations,
  ...bulkDeviceOperations,
  ...exportOperations,
  ...onboardingOperations,
  ...webhookOperations,
  ...auditOperations,
];
