import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, version } from "./columns";
import { deviceKinds } from "./device-kind-names";
import { organizations } from "./organizations";

export const billingPlans = ["standard", "enterprise"] as const;
export const vatTreatments = ["domestic", "reverse-charge", "outside-scope"] as const;
export const invoiceStates = ["open", "paid"] as const;

/** Who pays for an organization, and how. Its customer number begins every invoice number. */
export const billingAccounts = pgTable(
  "billing_accounts",
  {
    organizationId: organizationId().references(() => organizations.id),
    customerNumber: integer().notNull().generatedAlwaysAsIdentity({ startWith: 10001 }),
    plan: text({ enum: billingPlans }).notNull().default("standard"),
    companyName: text(),
    streetAndNumber: text(),
    zipCode: text(),
    town: text(),
    country: text(),
    vatId: text(),
    purchaseOrderNumber: text(),
    /** Addresses that get invoices and reminders; empty means the admins do. */
    contacts: text().array().notNull().default(sql`'{}'::text[]`),
    /** How many invoices have been written: the number of the last. */
    invoiceCount: integer().notNull().default(0),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId] }),
    uniqueIndex("billing_accounts_customer_number").on(table.customerNumber),
    check("billing_accounts_country", sql`${table.country} ~ '^[A-Z]{2}$'`),
  ],
);

/** The days of a month on which a device was connected: bit 0 of `days` is the first. */
export const deviceUsage = pgTable(
  "device_usage",
  {
    organizationId: organizationId(),
    month: date({ mode: "string" }).notNull(),
    deviceId: uuid().notNull(),
    kind: text({ enum: deviceKinds }).notNull(),
    days: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.month, table.deviceId] }),
    index("device_usage_by_kind").on(table.organizationId, table.month, table.kind, table.deviceId),
  ],
);

/** How many devices of a kind were connected on a day; summed from `device_usage`. */
export const usageDays = pgTable(
  "usage_days",
  {
    organizationId: organizationId(),
    day: date({ mode: "string" }).notNull(),
    kind: text({ enum: deviceKinds }).notNull(),
    devices: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.day, table.kind] })],
);

/** Whose name stands at the head of an invoice, or whom it is for, as they were on that day. */
export type InvoiceParty = {
  name: string;
  addressLines: string[];
  country: string;
  vatId: string | null;
};

/** Written once. Only what becomes of its payment changes later. */
export const invoices = pgTable(
  "invoices",
  {
    organizationId: organizationId(),
    id: id(),
    number: text().notNull(),
    /** First day of the month it is for. */
    month: date({ mode: "string" }).notNull(),
    plan: text({ enum: billingPlans }).notNull(),
    seller: jsonb().$type<InvoiceParty & { iban: string }>().notNull(),
    customer: jsonb().$type<InvoiceParty>().notNull(),
    purchaseOrderNumber: text(),
    currency: text().notNull().default("EUR"),
    netCents: bigint({ mode: "number" }).notNull(),
    vatTreatment: text({ enum: vatTreatments }).notNull(),
    /** In hundredths of a percent. */
    vatBasisPoints: integer().notNull(),
    vatCents: bigint({ mode: "number" }).notNull(),
    grossCents: bigint({ mode: "number" }).notNull(),
    createdAt: createdAt(),
    dueAt: moment().notNull(),
    state: text({ enum: invoiceStates }).notNull().default("open"),
    /** When somebody last opened the card payment page for it. */
    cardPaymentBegunAt: moment(),
    paidAt: moment(),
    paidBy: text({ enum: ["transfer", "card"] }),
    paymentReference: text(),
    /** 0: none; 1 and 2: reminded; 3: last notice. */
    dunningLevel: integer().notNull().default(0),
    dunnedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId],
      foreignColumns: [billingAccounts.organizationId],
    }),
    uniqueIndex("invoices_number").on(table.organizationId, table.number),
    uniqueIndex("invoices_month").on(table.organizationId, table.month),
    index("invoices_by_creation").on(table.organizationId, table.createdAt, table.id),
    check("invoices_total", sql`${table.grossCents} = ${table.netCents} + ${table.vatCents}`),
    check("invoices_dunning", sql`${table.dunningLevel} between 0 and 3`),
  ],
);

/** One price step of one kind of device. */
export const invoiceLines = pgTable(
  "invoice_lines",
  {
    organizationId: organizationId(),
    invoiceId: uuid().notNull(),
    position: integer().notNull(),
    kind: text({ enum: deviceKinds }).notNull(),
    tierFrom: integer().notNull(),
    tierUpTo: integer(),
    deviceDays: bigint({ mode: "number" }).notNull(),
    daysInMonth: integer().notNull(),
    unitCents: integer().notNull(),
    amountCents: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.invoiceId, table.position] }),
    foreignKey({
      columns: [table.organizationId, table.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
  ],
);
