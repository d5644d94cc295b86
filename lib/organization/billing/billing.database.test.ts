import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import {
  billingAccounts,
  devices,
  deviceUsage,
  invoiceLines,
  invoices,
  organizations,
  outgoingMails,
  usageDays,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { getBilling, updateBillingAccount } from "./billing-account";
import { recordPayment, remindOfInvoices } from "./invoice-reminders";
import { issueDueInvoices } from "./issue-invoices";
import { listDeviceUsage } from "./list-device-usage";
import { meterOrganization } from "./meter-devices";
import { priceLists } from "./price-list";
import { getInvoice } from "./read-invoices";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(async () => {
  holdClock(undefined);
  await client.end();
});

let organization: TestOrganization;
const system = () => systemActor(organization.id, "test-request");
const account = {
  version: 0,
  companyName: "Alpenstrom GmbH",
  streetAndNumber: "Stromgasse 1",
  zipCode: "6020",
  town: "Innsbruck",
  country: "AT",
};
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const ofOrganization = (table: { organizationId: typeof invoices.organizationId }) =>
  eq(table.organizationId, organization.id);

beforeEach(async () => {
  holdClock(undefined);
  organization = await createOrganization(tables);
});

async function addBillingAccount(fields: Partial<typeof account> & { vatId?: string } = {}) {
  await updateBillingAccount(actorOf(organization.admin), { ...account, ...fields });
}

async function allInvoices() {
  return tables
    .select()
    .from(invoices)
    .where(ofOrganization(invoices))
    .orderBy(asc(invoices.month));
}

it("counts a connected device once a day, and not while it is disconnected or deleted", async () => {
  holdClock(noon("2026-10-01"));
  await meterOrganization(system());
  await meterOrganization(system());
  holdClock(noon("2026-10-31"));
  await meterOrganization(system());
  await tables.update(devices).set({ isAuthenticated: false, lifecycleState: "disconnected" });
  holdClock(noon("2026-11-01"));
  await meterOrganization(system());

  const usage = await listDeviceUsage(actorOf(organization.admin), { month: "2026-10" });
  expect(usage.rows).toMatchObject([{ id: organization.deviceId, days: [1, 31] }]);
  const november = await listDeviceUsage(actorOf(organization.admin), { month: "2026-11" });
  expect(november.rows).toEqual([]);
  const days = await tables
    .select()
    .from(usageDays)
    .where(ofOrganization(usageDays as never));
  expect(days.map(({ day, devices: count }) => [day, count])).toEqual([
    ["2026-10-01", 1],
    ["2026-10-31", 1],
  ]);
});

it("takes the day from the organization's own clock", async () => {
  await tables
    .update(organizations)
    .set({ timeZone: "Pacific/Auckland" })
    .where(eq(organizations.id, organization.id));
  holdClock(noon("2026-10-31"));
  await meterOrganization(system());
  const { rows } = await listDeviceUsage(actorOf(organization.admin), { month: "2026-11" });
  expect(rows).toMatchObject([{ days: [1] }]);
});

it("does not count in a sandbox", async () => {
  await tables
    .update(organizations)
    .set({ environment: "sandbox" })
    .where(eq(organizations.id, organization.id));
  await meterOrganization(system());
  expect(
    await tables
      .select()
      .from(deviceUsage)
      .where(ofOrganization(deviceUsage as never)),
  ).toEqual([]);
});

it("adds an invoice over 10,000 devices up to the cent", async () => {
  await addBillingAccount();
  await addFleet(10_000, "2026-10-01");
  holdClock(noon("2026-11-01"));
  expect(await issueDueInvoices(system(), {})).toEqual({ issued: 1 });

  const [invoice] = await allInvoices();
  const lines = await tables
    .select()
    .from(invoiceLines)
    .where(ofOrganization(invoiceLines as never));
  const expected = await recount("2026-10-01", 31);
  expect(lines.map(({ kind, amountCents }) => [kind, amountCents])).toEqual(expected);
  const net = expected.reduce((sum, [, cents]) => sum + cents, 0);
  expect(invoice?.netCents).toBe(net);
  expect(invoice?.vatBasisPoints).toBe(2000);
  expect(invoice?.vatCents).toBe(Math.round(net / 5));
  expect(invoice?.grossCents).toBe(net + Math.round(net / 5));
  expect(net).toBeGreaterThan(100_000);
});

/** Devices of all kinds, each connected on different days, straight into the snapshots. */
async function addFleet(count: number, month: string) {
  await tables.execute(sql`
    insert into device_usage (organization_id, month, device_id, kind, days)
    select ${organization.id}::uuid, ${month}::date, gen_random_uuid(),
      (array['heat_pump', 'heat_pump', 'electric_vehicle', 'solar_inverter', 'wallbox'])[1 + n % 5],
      1 + (n::bigint * 7919 % 2147483646)::int
    from generate_series(1, ${count}) n`);
  await tables.execute(sql`
    insert into usage_days (organization_id, day, kind, devices)
    select organization_id, month + bit, kind, count(*) from device_usage, generate_series(0, 30) bit
    where organization_id = ${organization.id} and month = ${month} and days & (1 << bit) <> 0
    group by 1, 2, 3`);
}

/** The same sum another way: device by device, in whole numbers, step by step. */
async function recount(month: string, daysInMonth: number): Promise<[string, number][]> {
  const rows = await tables
    .select()
    .from(deviceUsage)
    .where(sql`${ofOrganization(deviceUsage as never)} and month = ${month}`);
  const result: [string, number][] = [];
  for (const [kind, tiers] of Object.entries(priceLists.standard)) {
    let left = 0;
    for (const row of rows.filter((candidate) => candidate.kind === kind)) {
      left += [...row.days.toString(2)].filter((digit) => digit === "1").length;
    }
    let room = 0;
    for (const { upTo, cents } of tiers) {
      const size = upTo === null ? left : Math.min(left, (upTo - room) * daysInMonth);
      room = upTo ?? room;
      left -= size;
      const remainder = (size * cents) % daysInMonth;
      const whole = (size * cents - remainder) / daysInMonth;
      if (size > 0) result.push([kind, whole + (remainder * 2 >= daysInMonth ? 1 : 0)]);
    }
  }
  return result;
}

it("numbers invoices without a gap, also when several workers write them at once", async () => {
  await addBillingAccount();
  for (const month of ["2026-07", "2026-08", "2026-10"]) await addFleet(3, `${month}-01`);
  holdClock(noon("2026-11-02"));
  await Promise.all(Array.from({ length: 6 }, () => issueDueInvoices(system(), {})));
  await issueDueInvoices(system(), {});
  const written = await allInvoices();
  expect(written.map(({ month }) => month)).toEqual(["2026-07-01", "2026-08-01", "2026-10-01"]);
  expect(written.map(({ number }) => number.split("-")[1])).toEqual(["0001", "0002", "0003"]);
});

it("waits for the billing details, and loses nothing until then", async () => {
  await addFleet(3, "2026-10-01");
  holdClock(noon("2026-11-02"));
  expect(await issueDueInvoices(system(), {})).toEqual({ issued: 0 });
  await addBillingAccount({ zipCode: "80331", country: "DE", vatId: "DE 136 695 976" });
  expect(await issueDueInvoices(system(), {})).toEqual({ issued: 1 });
  const [invoice] = await allInvoices();
  expect(invoice).toMatchObject({ vatTreatment: "reverse-charge", vatCents: 0 });
});

it("keeps what was written on an invoice from the application", async () => {
  await addBillingAccount();
  await addFleet(3, "2026-10-01");
  holdClock(noon("2026-11-02"));
  await issueDueInvoices(system(), {});
  for (const statement of [
    "update invoices set gross_cents = 1",
    "delete from invoices",
    "update invoice_lines set amount_cents = 1",
  ]) {
    await expect(
      tables.transaction(async (transaction) => {
        await transaction.execute(
          sql`select set_config('role', 'wattdesk_app', true), set_config('app.organization_id', ${organization.id}, true)`,
        );
        await transaction.execute(sql.raw(statement));
      }),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});

it("refuses a wrong VAT id, and details that another admin has changed", async () => {
  await expect(addBillingAccount({ vatId: "ATU13585626" })).rejects.toEqual(
    new Invalid({ vatId: "vatId" }),
  );
  await addBillingAccount();
  await expect(addBillingAccount()).rejects.toBeInstanceOf(Conflict);
});

it("forecasts the month from the devices of the last day", async () => {
  holdClock(noon("2026-11-10"));
  await meterOrganization(system());
  const billing = await getBilling(actorOf(organization.admin), {});
  expect(billing.netCents).toBe(3); // One day of thirty at 95 cents.
  expect(billing.forecastCents).toBe(67); // 21 days of thirty.
});

it("reminds twice, gives last notice, and stops once paid", async () => {
  await addBillingAccount();
  await addFleet(3, "2026-10-01");
  holdClock(noon("2026-11-01"));
  await issueDueInvoices(system(), {});
  const levels: number[] = [];
  for (const day of ["2026-11-15", "2026-11-19", "2026-11-19", "2026-12-03", "2026-12-20"]) {
    holdClock(noon(day));
    await remindOfInvoices(system(), {});
    levels.push((await allInvoices())[0]?.dunningLevel ?? -1);
  }
  expect(levels).toEqual([0, 1, 1, 2, 3]);
  const mails = await tables
    .select({ template: outgoingMails.template, recipient: outgoingMails.recipient })
    .from(outgoingMails)
    .where(ofOrganization(outgoingMails as never))
    .orderBy(asc(outgoingMails.createdAt));
  expect(mails.map(({ template }) => template)).toEqual([
    "invoice-issued",
    "invoice-reminder",
    "invoice-reminder",
    "invoice-last-notice",
  ]);
  expect(new Set(mails.map(({ recipient }) => recipient))).toEqual(
    new Set([organization.admin.email]),
  );

  const [invoice] = await allInvoices();
  const number = invoice?.number ?? "";
  const paying = { invoice: { number }, by: "transfer", reference: "Statement 7" } as const;
  expect(await recordPayment(system(), { ...paying, amountCents: 1 })).toEqual({ isPaid: false });
  expect(await recordPayment(system(), paying)).toEqual({ isPaid: true });
  expect(await recordPayment(system(), paying)).toEqual({ isPaid: false });
  const paid = await getInvoice(actorOf(organization.admin), { id: invoice?.id ?? "" });
  expect(paid).toMatchObject({ state: "paid", paidBy: "transfer" });
});

it("gives every organization its own customer number", async () => {
  await addBillingAccount();
  organization = await createOrganization(tables);
  await addBillingAccount();
  const numbers = await tables
    .select({ number: billingAccounts.customerNumber })
    .from(billingAccounts);
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
});
