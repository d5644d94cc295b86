-- without transaction
ALTER TABLE "sessions" ADD COLUMN IF NOT EXISTS "token_hash" "bytea";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "sessions_by_token";--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY "sessions_by_token" ON "sessions" USING btree ("organization_id","token_hash");
