-- without transaction
DROP INDEX CONCURRENTLY IF EXISTS energy_contracts_meter;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY energy_contracts_meter ON energy_contracts USING gin (organization_id, meter_key(meter_id) gin_trgm_ops)
  WHERE deleted_at IS NULL AND meter_id IS NOT NULL;
