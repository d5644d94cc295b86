CREATE TABLE "fleet_savings" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"last_day" date NOT NULL,
	"devices" integer NOT NULL,
	"looked_at" integer NOT NULL,
	"total" double precision,
	"percentage" double precision,
	"standard_error" double precision,
	"counted_days" integer NOT NULL,
	"left_out" jsonb NOT NULL,
	"reason" text,
	"computed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "fleet_savings" ADD CONSTRAINT "fleet_savings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
SELECT protect_tenant_table('fleet_savings');
