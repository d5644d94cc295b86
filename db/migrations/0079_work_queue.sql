-- without transaction
DROP INDEX CONCURRENTLY IF EXISTS case_entries_with_mention;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY case_entries_with_mention ON case_entries (organization_id, created_at, id)
  WHERE mentioned <> '{}';
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS connect_links_unopened;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY connect_links_unopened ON connect_links (organization_id, created_at, id)
  WHERE opened_at IS NULL AND revoked_at IS NULL AND completed_at IS NULL;
