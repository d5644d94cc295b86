ALTER TABLE "imports" ADD COLUMN "existing" text DEFAULT 'refuse' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "changing_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_existing" CHECK ("imports"."existing" in ('refuse', 'update'));