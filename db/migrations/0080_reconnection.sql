-- without transaction
DROP INDEX CONCURRENTLY IF EXISTS connect_links_completed;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY connect_links_completed ON connect_links (organization_id, completed_at, id)
  WHERE completed_at IS NOT NULL AND device_id IS NOT NULL;
