-- without transaction
DROP INDEX CONCURRENTLY IF EXISTS import_rows_by_source;
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY import_rows_by_source ON import_rows (organization_id, import_id, source_id)
  WHERE source_id IS NOT NULL;
