CREATE TABLE "import_files" (
	"organization_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_files_organization_id_import_id_pk" PRIMARY KEY("organization_id","import_id")
);
--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "read_problem" text;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "read_warnings" jsonb;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "warnings" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "encoding" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "separator" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "heading_line" integer;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "warned_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_organization_id_import_id_imports_organization_id_id_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "public"."imports"("organization_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
SELECT protect_tenant_table('import_files');
--> statement-breakpoint
-- Uncompressed, so that the first rows are read without the rest.
ALTER TABLE import_files ALTER COLUMN content SET STORAGE EXTERNAL;
