CREATE TABLE "handbook_entries" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"category" text NOT NULL,
	"audience" text NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"read_since" integer DEFAULT 1 NOT NULL,
	"search_text" text GENERATED ALWAYS AS (normalize_for_search(title || ' ' || body)) STORED NOT NULL,
	"sort_title" text GENERATED ALWAYS AS (normalize_for_search(title)) STORED NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "handbook_entries_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "handbook_entries_category" CHECK ("handbook_entries"."category" in ('procedure', 'escalation', 'contact', 'training')),
	CONSTRAINT "handbook_entries_audience" CHECK ("handbook_entries"."audience" in ('team', 'admins'))
);
--> statement-breakpoint
CREATE TABLE "handbook_readings" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"read_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handbook_readings_organization_id_user_id_entry_id_revision_pk" PRIMARY KEY("organization_id","user_id","entry_id","revision")
);
--> statement-breakpoint
CREATE TABLE "handbook_revisions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handbook_revisions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "access_verified_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "onboarding_nudged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "handbook_entries" ADD CONSTRAINT "handbook_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handbook_readings" ADD CONSTRAINT "handbook_readings_organization_id_entry_id_handbook_entries_organization_id_id_fk" FOREIGN KEY ("organization_id","entry_id") REFERENCES "public"."handbook_entries"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handbook_readings" ADD CONSTRAINT "handbook_readings_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handbook_revisions" ADD CONSTRAINT "handbook_revisions_organization_id_entry_id_handbook_entries_organization_id_id_fk" FOREIGN KEY ("organization_id","entry_id") REFERENCES "public"."handbook_entries"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handbook_entries_by_title" ON "handbook_entries" USING btree ("organization_id","sort_title","id") WHERE "handbook_entries"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "handbook_revisions_number" ON "handbook_revisions" USING btree ("organization_id","entry_id","revision");--> statement-breakpoint
SELECT protect_tenant_table('handbook_entries');
--> statement-breakpoint
SELECT protect_tenant_table('handbook_revisions');
--> statement-breakpoint
SELECT protect_tenant_table('handbook_readings');
--> statement-breakpoint
REVOKE UPDATE, DELETE ON handbook_revisions, handbook_readings FROM wattdesk_app;
