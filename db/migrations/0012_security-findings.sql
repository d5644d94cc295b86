CREATE TABLE "security_findings" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_name" text NOT NULL,
	"occurrences" integer NOT NULL,
	"evidence" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" uuid,
	"acknowledged_by_name" text,
	"note" text,
	CONSTRAINT "security_findings_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "security_findings_occurrences" CHECK ("security_findings"."occurrences" > 0)
);
--> statement-breakpoint
ALTER TABLE "security_findings" ADD CONSTRAINT "security_findings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "security_findings_one_open" ON "security_findings" USING btree ("organization_id","kind","subject_id") WHERE "security_findings"."acknowledged_at" is null;--> statement-breakpoint
CREATE INDEX "security_findings_by_creation" ON "security_findings" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "security_findings_by_subject" ON "security_findings" USING btree ("organization_id","subject_id","last_at");--> statement-breakpoint
CREATE INDEX "sessions_by_creation" ON "sessions" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions_by_last_seen" ON "sessions" USING btree ("organization_id","last_seen_at") WHERE "sessions"."revoked_at" is null;--> statement-breakpoint
SELECT protect_tenant_table('security_findings');
--> statement-breakpoint
REVOKE DELETE ON security_findings FROM wattdesk_app;
