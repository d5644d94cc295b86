-- without transaction
DROP INDEX CONCURRENTLY IF EXISTS webhook_deliveries_waiting;
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY webhook_deliveries_waiting ON webhook_deliveries (organization_id, webhook_id, merge_key)
  WHERE merge_key IS NOT NULL AND state = 'queued' AND attempts = 0;
