import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { billingAccounts, deviceUsage, invoiceLines, invoices, usageDays } from "../../db/schema";
import type { TestOrganization } from "../organization";

type Tables = ReturnType<typeof drizzle>;

/** An open invoice over one heat pump, to whom the organization's account is made if need be. */
export async function addInvoice(
  organization: TestOrganization,
  tables: Tables,
  id = uuidv7(),
): Promise<string> {
  const organizationId = organization.id;
  await tables
    .insert(billingAccounts)
    .values({ organizationId, companyName: `Payer ${organization.mark}` })
    .onConflictDoNothing();
  const party = { name: "Operator", addressLines: ["Street 1"], country: "AT", vatId: null };
  await tables.insert(invoices).values({
    organizationId,
    id,
    number: `1-${id.slice(-8)}`,
    month: "2026-10-01",
    plan: "standard",
    seller: { ...party, iban: "AT611904300234573201" },
    customer: { ...party, name: `Payer ${organization.mark}` },
    netCents: 95,
    vatTreatment: "domestic",
    vatBasisPoints: 2000,
    vatCents: 19,
    grossCents: 114,
    dueAt: new Date(Date.now() + 86_400_000),
  });
  await tables.insert(invoiceLines).values({
    organizationId,
    invoiceId: id,
    position: 1,
    kind: "heat_pump",
    tierFrom: 1,
    tierUpTo: 1000,
    deviceDays: 31,
    daysInMonth: 31,
    unitCents: 95,
    amountCents: 95,
  });
  return id;
}

/** A day on which the organization's device was connected. */
export async function addUsage(
  organization: TestOrganization,
  tables: Tables,
  day: string,
): Promise<void> {
  const organizationId = organization.id;
  await tables.insert(deviceUsage).values({
    organizationId,
    month: `${day.slice(0, 8)}01`,
    deviceId: organization.deviceId,
    kind: "heat_pump",
    days: 1 << (Number(day.slice(8)) - 1),
  });
  await tables.insert(usageDays).values({ organizationId, day, kind: "heat_pump", devices: 1 });
}
