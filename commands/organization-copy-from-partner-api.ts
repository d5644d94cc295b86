import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { systemActor } from "../lib/core/access/actor";
import { createPartnerApi } from "../sdk/src/index";
import { copyOrganization } from "./organization-copy/copy-organization";
import { reportOf } from "./organization-copy/report";
import { reportingFailure } from "./reporting-failure";
import { withDatabase } from "./with-database";

const usage = `Usage: SOURCE_CLIENT_SECRET=… npm run organization:copy-from-partner-api -- --url https://portal.example --client-id … --organization alpenstrom --as clara@alpenstrom.example
  --url                  the host of the Partner API that is read
  --client-id            the identifier of its API client; the secret is read from the variable SOURCE_CLIENT_SECRET,
                         else from the first line of the standard input
  --source-organization  the id of its organization; without it, the part before the dot of the identifier
  --organization         the short name of the organization here
  --as                   the email address of the admin here who reviews the imports`;

const options = {
  url: { type: "string" },
  "client-id": { type: "string" },
  "source-organization": { type: "string" },
  organization: { type: "string" },
  as: { type: "string" },
} as const;

/** How long a source that limits calls or does not answer is waited for. */
const retry = { maxAttempts: 8, maxWaitSeconds: 300 };

/** Reads an organization of another installation into imports, which an admin reviews, runs and can undo. */
await reportingFailure(async () => {
  const { values } = parseArgs({ options });
  const { url, organization: slug, as: email, "client-id": clientId } = values;
  if (!url || !slug || !email || !clientId) throw new Error(usage);
  const sourceOrganization = values["source-organization"] ?? clientId.split(".")[0] ?? "";
  const clientSecret =
    process.env.SOURCE_CLIENT_SECRET ?? (await text(process.stdin)).split("\n")[0];
  if (!clientSecret) throw new Error("The client's secret is missing.");
  await withDatabase(async () => {
    const { findOrganizationBySlug } = await import(
      "../lib/identity/auth/find-organization-by-slug"
    );
    const { findCopyingMember } = await import("../lib/operations/imports/write-copy");
    const organization = await findOrganizationBySlug(slug);
    if (!organization) throw new Error(`--organization: there is no organization ${slug}.`);
    const system = systemActor(organization.id, "organization-copy");
    const member = await findCopyingMember(system, { email });
    if (!member) throw new Error(`--as: ${email} is no active member of the team of ${slug}.`);
    let read = 0;
    const { origin, host } = new URL(url);
    try {
      const report = await copyOrganization(
        member,
        {
          api: createPartnerApi({
            baseUrl: url,
            credentials: { clientId, clientSecret: clientSecret.trim() },
            retry,
          }),
          organizationId: sourceOrganization,
          key: `${origin} ${sourceOrganization}`,
          name: host,
        },
        (customers) => {
          read = customers;
          console.log(`${customers} end-users read`);
        },
      );
      const { environment } = await import("../lib/core/env");
      console.log(reportOf(report, environment().BASE_URL));
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new Error(
        `Stopped after ${read} end-users: ${reason}\nStart the command again to go on from there.`,
      );
    }
  });
});
