CREATE TABLE "import_changes" (
	"organization_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb,
	"user_id" uuid NOT NULL,
	"kept" text,
	CONSTRAINT "import_changes_organization_id_import_id_record_id_pk" PRIMARY KEY("organization_id","import_id","record_id")
);
--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "record_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "unchanged_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_organization_id_import_id_imports_organization_id_id_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "public"."imports"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_changes_by_user" ON "import_changes" USING btree ("organization_id","user_id");--> statement-breakpoint
SELECT protect_tenant_table('import_changes');
