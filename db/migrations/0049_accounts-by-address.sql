-- without transaction
ALTER TABLE "users" VALIDATE CONSTRAINT "users_status";--> statement-breakpoint
ALTER TABLE "users" VALIDATE CONSTRAINT "users_account";--> statement-breakpoint
ALTER TABLE "users" VALIDATE CONSTRAINT "users_salutation";--> statement-breakpoint
ALTER TABLE "users" VALIDATE CONSTRAINT "users_preferred_channel";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "users_by_address";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "users_by_address" ON "users" USING btree ("organization_id","email_normalized") WHERE "users"."deleted_at" is null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "users_email_of_accounts";--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY "users_email_of_accounts" ON "users" USING btree ("organization_id","email_normalized") WHERE "users"."deleted_at" is null and "users"."status" <> 'no-access';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "users_email";--> statement-breakpoint
ALTER INDEX "users_email_of_accounts" RENAME TO "users_email";
