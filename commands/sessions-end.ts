import { reportingFailure } from "./reporting-failure";
import { withDatabase } from "./with-database";

/** Ends every session of every organization, as after a leak: everybody logs in again. */
await reportingFailure(() =>
  withDatabase(async () => {
    const { forEveryOrganization } = await import("../lib/core/organizations/every-organization");
    const { endEverySession } = await import("../lib/identity/auth/end-every-session");
    let total = 0;
    await forEveryOrganization("sessions-end", async (actor) => {
      total += (await endEverySession(actor, {})).ended;
    });
    console.log(`${total} sessions were ended.`);
  }),
);
