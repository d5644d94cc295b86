CREATE TABLE "answer_templates" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "answer_templates_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_devices" (
	"organization_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	CONSTRAINT "case_devices_organization_id_case_id_device_id_pk" PRIMARY KEY("organization_id","case_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "case_entries" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"mentioned" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_entries_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"subject" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"rank" integer GENERATED ALWAYS AS (case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end) STORED NOT NULL,
	"user_id" uuid,
	"assignee_id" uuid,
	"external_link" text,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"first_answered_at" timestamp (3) with time zone,
	"solved_at" timestamp (3) with time zone,
	"escalated_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "cases_state" CHECK ("cases"."state" in ('open', 'waiting', 'solved')),
	CONSTRAINT "cases_priority" CHECK ("cases"."priority" in ('low', 'normal', 'high', 'urgent'))
);
--> statement-breakpoint
CREATE TABLE "incident_devices" (
	"organization_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"dropped_at" timestamp (3) with time zone NOT NULL,
	"returned_at" timestamp (3) with time zone,
	CONSTRAINT "incident_devices_organization_id_incident_id_device_id_pk" PRIMARY KEY("organization_id","incident_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"manufacturer" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"affected" integer NOT NULL,
	"still_affected" integer NOT NULL,
	"counted" integer NOT NULL,
	"window_minutes" integer NOT NULL,
	"usual" real NOT NULL,
	"threshold" real NOT NULL,
	CONSTRAINT "incidents_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "manufacturer_hours" (
	"organization_id" uuid NOT NULL,
	"manufacturer" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"drops" integer NOT NULL,
	"is_during_incident" boolean NOT NULL,
	CONSTRAINT "manufacturer_hours_organization_id_manufacturer_hour_pk" PRIMARY KEY("organization_id","manufacturer","hour")
);
--> statement-breakpoint
CREATE TABLE "diagnoses" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"device_id" uuid,
	"findings" jsonb NOT NULL,
	"ran_by" uuid,
	"ran_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "diagnoses_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "support_views" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "support_views_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "answer_templates" ADD CONSTRAINT "answer_templates_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_devices" ADD CONSTRAINT "case_devices_organization_id_case_id_cases_organization_id_id_fk" FOREIGN KEY ("organization_id","case_id") REFERENCES "public"."cases"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_devices" ADD CONSTRAINT "case_devices_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_organization_id_case_id_cases_organization_id_id_fk" FOREIGN KEY ("organization_id","case_id") REFERENCES "public"."cases"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_organization_id_assignee_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","assignee_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_devices" ADD CONSTRAINT "incident_devices_organization_id_incident_id_incidents_organization_id_id_fk" FOREIGN KEY ("organization_id","incident_id") REFERENCES "public"."incidents"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_devices" ADD CONSTRAINT "incident_devices_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manufacturer_hours" ADD CONSTRAINT "manufacturer_hours_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD CONSTRAINT "diagnoses_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_views" ADD CONSTRAINT "support_views_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_views" ADD CONSTRAINT "support_views_organization_id_member_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answer_templates_name" ON "answer_templates" USING btree ("organization_id","name");--> statement-breakpoint
CREATE INDEX "case_devices_by_device" ON "case_devices" USING btree ("organization_id","device_id");--> statement-breakpoint
CREATE INDEX "case_entries_by_case" ON "case_entries" USING btree ("organization_id","case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("organization_id","number");--> statement-breakpoint
CREATE INDEX "cases_by_creation" ON "cases" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_state" ON "cases" USING btree ("organization_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_assignee" ON "cases" USING btree ("organization_id","assignee_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_by_user" ON "cases" USING btree ("organization_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "incident_devices_by_device" ON "incident_devices" USING btree ("organization_id","device_id","dropped_at");--> statement-breakpoint
CREATE INDEX "incident_devices_away" ON "incident_devices" USING btree ("organization_id","device_id","incident_id") WHERE returned_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_one_open" ON "incidents" USING btree ("organization_id","manufacturer") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "incidents_by_opening" ON "incidents" USING btree ("organization_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "diagnoses_by_user" ON "diagnoses" USING btree ("organization_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "diagnoses_by_creation" ON "diagnoses" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "support_views_by_user" ON "support_views" USING btree ("organization_id","user_id","started_at");--> statement-breakpoint
CREATE INDEX "connection_changes_dropped" ON "connection_changes" USING btree ("organization_id","changed_at","manufacturer","device_id") WHERE after in ('disconnected', 'degraded') and before in ('connected', 'degraded');--> statement-breakpoint
SELECT protect_tenant_table(tenant::regclass) FROM unnest(ARRAY['incidents', 'incident_devices', 'manufacturer_hours', 'cases',
  'case_devices', 'case_entries', 'answer_templates', 'diagnoses', 'support_views']) tenant;
--> statement-breakpoint
-- What was found and who looked is not written over.
REVOKE UPDATE ON diagnoses FROM wattdesk_app;
