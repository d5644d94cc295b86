CREATE TABLE "copied_records" (
	"organization_id" uuid NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"source_id" text NOT NULL,
	"record_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "copied_records_organization_id_source_kind_source_id_pk" PRIMARY KEY("organization_id","source","kind","source_id")
);
--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_state";--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "follows" uuid;--> statement-breakpoint
ALTER TABLE "copied_records" ADD CONSTRAINT "copied_records_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "copied_records_by_user" ON "copied_records" USING btree ("organization_id","user_id");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_state" CHECK ("imports"."state" in ('reading', 'waiting', 'mapping', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed')) NOT VALID;--> statement-breakpoint
SELECT protect_tenant_table('copied_records');
