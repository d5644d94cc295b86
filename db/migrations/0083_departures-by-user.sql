-- without transaction
DROP INDEX CONCURRENTLY IF EXISTS departures_by_user;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY departures_by_user ON departures (organization_id, user_id);
