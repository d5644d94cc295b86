-- without transaction
-- The jobs of each minute find due work of all organizations by these, from its earliest end.
DROP INDEX CONCURRENTLY IF EXISTS "due_sessions_by_creation";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_sessions_by_creation" ON "sessions" USING btree ("created_at","organization_id");--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_sessions_by_last_seen";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_sessions_by_last_seen" ON "sessions" USING btree ("last_seen_at","organization_id") WHERE revoked_at is null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_audit_events";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_audit_events" ON "audit_events" USING btree ("created_at","organization_id") WHERE action in ('session.failed', 'audit-log.exported', 'team.exported', 'organization.exported', 'end-user.exported', 'list.exported', 'end-user.deleted', 'end-user.erased', 'device.deleted', 'handbook.deleted', 'member.removed', 'api-client.refused');--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_bulk_action_drafts";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_bulk_action_drafts" ON "bulk_actions" USING btree ("created_at","organization_id") WHERE state = 'draft';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_finished_bulk_actions";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_finished_bulk_actions" ON "bulk_actions" USING btree ("created_at","organization_id") WHERE state in ('done', 'cancelled', 'failed');--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_reconnection_reminders";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_reconnection_reminders" ON "reconnection_reminders" USING btree ("next_at","organization_id") WHERE next_at is not null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_unfinished_imports";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_unfinished_imports" ON "imports" USING btree ("created_at","organization_id") WHERE state <> 'done';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_finished_imports";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_finished_imports" ON "imports" USING btree ("created_at","organization_id","id") WHERE state = 'done';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "manufacturer_hours_by_hour";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "manufacturer_hours_by_hour" ON "manufacturer_hours" USING btree ("organization_id","hour");--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_manufacturer_accounts";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_manufacturer_accounts" ON "manufacturer_accounts" USING btree ("next_read_at","organization_id") WHERE state = 'active';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_connection_changes";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_connection_changes" ON "connection_changes" USING btree ("changed_at","organization_id") WHERE after in ('disconnected', 'degraded') and before in ('connected', 'degraded');--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "due_webhook_deliveries";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "due_webhook_deliveries" ON "webhook_deliveries" USING btree ("next_try_at","organization_id") WHERE state = 'queued';
