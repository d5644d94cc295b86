-- without transaction
ALTER TABLE "devices" ADD COLUMN IF NOT EXISTS "serial_key" text;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "devices_serial_once";--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY "devices_serial_once" ON "devices" USING btree ("organization_id","serial_key") WHERE serial_key is not null and deleted_at is null;
