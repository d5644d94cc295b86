import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { openConnection } from "../db/open-connection";
import { billingAccounts, invoiceLines, invoices } from "../db/schema";
import { bindOrganization } from "../db/seed/bind-organization";
import { demoOrganizations } from "../db/seed/seed-demo";
import { computeCharges, sumCents, vatOn } from "../lib/organization/billing/charges";
import { demoSeller } from "./demo-seller";

type Connection = Parameters<
  Parameters<ReturnType<typeof drizzle<Record<string, never>>>["transaction"]>[0]
>[0];

const vatBasisPoints = Number(demoSeller.SELLER_VAT_RATE) * 100;

/** Fills in what the demo's production organization has been billed so far. */
export async function seedDemoBilling(ownerUrl: string): Promise<void> {
  const client = openConnection(ownerUrl);
  try {
    await drizzle(client, { casing: "snake_case" }).transaction(async (transaction) => {
      await bindOrganization(transaction, demoOrganizations.production);
      await seedBilling(transaction, demoOrganizations.production, new Date());
    });
  } finally {
    await client.end();
  }
}

/** Four months of snapshots of the fleet as it is, and the invoices of the three that are over. */
async function seedBilling(
  connection: Connection,
  organizationId: string,
  now: Date,
): Promise<void> {
  const customer = {
    name: "Alpenstrom Energie GmbH",
    addressLines: ["Innrain 52", "6020 Innsbruck"],
    country: "AT",
    vatId: "ATU33864707",
  };
  const months = [3, 2, 1, 0].map((ago) =>
    DateTime.fromJSDate(now, { zone: "utc" }).startOf("month").minus({ months: ago }),
  );
  const [account] = await connection
    .insert(billingAccounts)
    .values({
      organizationId,
      companyName: customer.name,
      streetAndNumber: "Innrain 52",
      zipCode: "6020",
      town: "Innsbruck",
      country: customer.country,
      vatId: customer.vatId,
      purchaseOrderNumber: "PO-2026-117",
      invoiceCount: months.length - 1,
    })
    .returning();
  for (const [index, start] of months.entries()) {
    const isPresent = index === months.length - 1;
    const days = isPresent ? DateTime.fromJSDate(now).day - 1 : (start.daysInMonth ?? 30);
    const deviceDays = await seedUsage(connection, organizationId, start, days);
    if (isPresent) continue;
    const daysInMonth = start.daysInMonth ?? 30;
    const charges = computeCharges("standard", deviceDays, daysInMonth);
    const netCents = sumCents(charges);
    const vatCents = vatOn(netCents, vatBasisPoints);
    const issuedAt = start.plus({ months: 1, hours: 5 });
    const dueAt = issuedAt.plus({ days: 14 });
    const isPaid = index < months.length - 2;
    const id = uuidv7();
    await connection.insert(invoices).values({
      organizationId,
      id,
      number: `${account?.customerNumber}-${String(index + 1).padStart(4, "0")}`,
      month: start.toFormat("yyyy-MM-dd"),
      plan: "standard",
      seller: {
        name: demoSeller.SELLER_NAME,
        addressLines: demoSeller.SELLER_ADDRESS.split("; "),
        country: demoSeller.SELLER_COUNTRY,
        vatId: demoSeller.SELLER_VAT_ID,
        iban: demoSeller.SELLER_IBAN,
      },
      customer,
      purchaseOrderNumber: "PO-2026-117",
      netCents,
      vatTreatment: "domestic",
      vatBasisPoints,
      vatCents,
      grossCents: netCents + vatCents,
      createdAt: issuedAt.toJSDate(),
      dueAt: dueAt.toJSDate(),
      ...(isPaid && {
        state: "paid" as const,
        paidAt: dueAt.minus({ days: 3 }).toJSDate(),
        paidBy: "transfer" as const,
        paymentReference: "Bank statement",
      }),
    });
    await connection.insert(invoiceLines).values(
      charges.map((charge, position) => ({
        organizationId,
        invoiceId: id,
        position: position + 1,
        ...charge,
      })),
    );
  }
}

/** Marks devices as connected on the first days of a month. @returns their device-days */
async function seedUsage(
  connection: Connection,
  organizationId: string,
  start: DateTime,
  days: number,
): Promise<Record<string, number>> {
  const month = start.toISODate();
  if (days < 1) return {};
  // A few devices miss some days, so that the bill is not the same for all.
  await connection.execute(sql`
    insert into device_usage (organization_id, month, device_id, kind, days)
    select organization_id, ${month}::date, id, kind,
      ((1::bigint << ${days}::int) - 1)::int
        & case when hashtext(id::text) % 9 = 0 then hashtext(id::text || ${month}) else -1 end
    from devices
    where organization_id = ${organizationId} and connection_state = 'connected'
      and created_at < ${start.toISO()}::timestamptz`);
  await connection.execute(sql`
    insert into usage_days (organization_id, day, kind, devices)
    select organization_id, month + bit, kind, count(*)
    from device_usage, generate_series(0, 30) bit
    where organization_id = ${organizationId} and month = ${month}::date and days & (1 << bit) <> 0
    group by 1, 2, 3`);
  const rows = await connection.execute<{ kind: string; days: number }>(sql`
    select kind, sum(devices)::int as days from usage_days
    where organization_id = ${organizationId} and date_trunc('month', day) = ${month}::date
    group by kind`);
  return Object.fromEntries(rows.map(({ kind, days: sum }) => [kind, sum]));
}
