-- without transaction
DROP INDEX CONCURRENTLY IF EXISTS role_assignments_by_time;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY role_assignments_by_time ON role_assignments (organization_id, created_at, id);
