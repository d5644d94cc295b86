import { reportingFailure } from "./reporting-failure";
import { withDatabase } from "./with-database";

/** Writes down that an invoice has been paid by transfer, as the operator sees it on the bank statement. */
await reportingFailure(async () => {
  const [number, reference] = process.argv.slice(2);
  if (!number || !reference) {
    throw new Error("Usage: npm run billing:paid -- <invoice number> <reference of the transfer>");
  }
  await withDatabase(async () => {
    const { forEveryOrganization } = await import("../lib/core/organizations/every-organization");
    const { recordPayment } = await import("../lib/organization/billing/invoice-reminders");
    let isFound = false;
    await forEveryOrganization("billing-paid", async (actor) => {
      const { isPaid } = await recordPayment(actor, {
        invoice: { number },
        by: "transfer",
        reference,
      });
      isFound ||= isPaid;
    });
    if (!isFound) throw new Error(`There is no open invoice ${number}.`);
    console.log(`Invoice ${number} is paid.`);
  });
});
