import { accountExamples } from "./account";
import { apiExamples } from "./api";
import { authenticationExamples } from "./authentication";
import { billingExamples } from "./billing";
import { connectionsExamples } from "./connections";
import { customersExamples } from "./customers";
import { devicesExamples } from "./devices";
import { settingsExamples } from "./settings";
import { supportExamples } from "./support";
import { teamExamples } from "./team";
import { webhookExamples } from "./webhooks";

/** An act of every use-case. One that is missing fails the permission tests. */
export const useCaseExamples = {
  ...connectionsExamples,
  ...customersExamples,
  ...devicesExamples,
  ...supportExamples,
  ...teamExamples,
  ...settingsExamples,
  ...billingExamples,
  ...accountExamples,
  ...authenticationExamples,
  ...apiExamples,
  ...webhookExamples,
};
