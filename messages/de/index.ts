import type english from "../en";
import { accessReviews } from "./access-reviews";
import { account, accounts, invite, mailbox, me, sessions, terms } from "./accounts";
import { apiCredentials, personalTokens } from "./api-credentials";
import { audit } from "./audit";
import { auditStream } from "./audit-stream";
import { billing } from "./billing";
import { bulk } from "./bulk";
import { cases } from "./cases";
import { connect, connections } from "./connect";
import { buildings, contracts, users } from "./customers";
import { deviceFields, devices } from "./devices";
import { forms, password } from "./forms";
import { fleet, home } from "./home";
import { imports } from "./imports";
import { jobs } from "./jobs";
import { lists } from "./lists";
import { mails } from "./mails";
import { handbook, onboarding } from "./onboarding";
import { problems } from "./problems";
import { savings } from "./savings";
import { secondFactor } from "./security";
import { appearance, mailSettings, organizationData, settings } from "./settings";
import { languages, messages, roles, shell } from "./shell";
import { diagnosis, incidents, support } from "./support";
import { security } from "./suspicion";
import { team } from "./team";
import { telemetry } from "./telemetry";
import { timeline } from "./timeline";
import { webhooks } from "./webhooks";

/** The same keys as English, in German. */
const german: typeof english = {
  accessReviews,
  account,
  accounts,
  apiCredentials,
  appearance,
  audit,
  auditStream,
  billing,
  buildings,
  bulk,
  cases,
  connect,
  connections,
  contracts,
  deviceFields,
  devices,
  diagnosis,
  fleet,
  forms,
  home,
  imports,
  handbook,
  incidents,
  invite,
  jobs,
  languages,
  lists,
  mailbox,
  mailSettings,
  mails,
  me,
  messages,
  onboarding,
  organizationData,
  password,
  personalTokens,
  problems,
  roles,
  savings,
  secondFactor,
  security,
  sessions,
  settings,
  shell,
  support,
  team,
  terms,
  telemetry,
  timeline,
  users,
  webhooks,
};

export default german;
