CREATE TABLE "billing_accounts" (
	"organization_id" uuid NOT NULL,
	"customer_number" integer GENERATED ALWAYS AS IDENTITY (sequence name "billing_accounts_customer_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 10001 CACHE 1),
	"plan" text DEFAULT 'standard' NOT NULL,
	"company_name" text,
	"street_and_number" text,
	"zip_code" text,
	"town" text,
	"country" text,
	"vat_id" text,
	"purchase_order_number" text,
	"contacts" text[] DEFAULT '{}'::text[] NOT NULL,
	"invoice_count" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "billing_accounts_organization_id_pk" PRIMARY KEY("organization_id"),
	CONSTRAINT "billing_accounts_country" CHECK ("billing_accounts"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "device_usage" (
	"organization_id" uuid NOT NULL,
	"month" date NOT NULL,
	"device_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "device_usage_organization_id_month_device_id_pk" PRIMARY KEY("organization_id","month","device_id")
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"tier_from" integer NOT NULL,
	"tier_up_to" integer,
	"device_days" bigint NOT NULL,
	"days_in_month" integer NOT NULL,
	"unit_cents" integer NOT NULL,
	"amount_cents" bigint NOT NULL,
	CONSTRAINT "invoice_lines_organization_id_invoice_id_position_pk" PRIMARY KEY("organization_id","invoice_id","position")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"month" date NOT NULL,
	"plan" text NOT NULL,
	"seller" jsonb NOT NULL,
	"customer" jsonb NOT NULL,
	"purchase_order_number" text,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"net_cents" bigint NOT NULL,
	"vat_treatment" text NOT NULL,
	"vat_basis_points" integer NOT NULL,
	"vat_cents" bigint NOT NULL,
	"gross_cents" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"card_payment_begun_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"paid_by" text,
	"payment_reference" text,
	"dunning_level" integer DEFAULT 0 NOT NULL,
	"dunned_at" timestamp (3) with time zone,
	CONSTRAINT "invoices_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invoices_total" CHECK ("invoices"."gross_cents" = "invoices"."net_cents" + "invoices"."vat_cents"),
	CONSTRAINT "invoices_dunning" CHECK ("invoices"."dunning_level" between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "usage_days" (
	"organization_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"devices" integer NOT NULL,
	CONSTRAINT "usage_days_organization_id_day_kind_pk" PRIMARY KEY("organization_id","day","kind")
);
--> statement-breakpoint
ALTER TABLE "billing_accounts" ADD CONSTRAINT "billing_accounts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_invoice_id_invoices_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoices"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_billing_accounts_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."billing_accounts"("organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "billing_accounts_customer_number" ON "billing_accounts" USING btree ("customer_number");--> statement-breakpoint
CREATE INDEX "device_usage_by_kind" ON "device_usage" USING btree ("organization_id","month","kind","device_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number" ON "invoices" USING btree ("organization_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_month" ON "invoices" USING btree ("organization_id","month");--> statement-breakpoint
CREATE INDEX "invoices_by_creation" ON "invoices" USING btree ("organization_id","created_at","id");--> statement-breakpoint
SELECT protect_tenant_table('billing_accounts');
--> statement-breakpoint
SELECT protect_tenant_table('device_usage');
--> statement-breakpoint
SELECT protect_tenant_table('usage_days');
--> statement-breakpoint
SELECT protect_tenant_table('invoices');
--> statement-breakpoint
SELECT protect_tenant_table('invoice_lines');
--> statement-breakpoint
-- An invoice that has been written stays as it is; only what becomes of its payment is noted.
REVOKE UPDATE, DELETE ON invoices FROM wattdesk_app;
--> statement-breakpoint
GRANT UPDATE (state, card_payment_begun_at, paid_at, paid_by, payment_reference, dunning_level, dunned_at) ON invoices TO wattdesk_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON invoice_lines FROM wattdesk_app;
--> statement-breakpoint
REVOKE DELETE ON billing_accounts FROM wattdesk_app;
