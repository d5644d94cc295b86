-- without transaction
DROP INDEX CONCURRENTLY IF EXISTS devices_serial_letters;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY devices_serial_letters ON devices USING gin (organization_id, meter_key(serial_search) gin_trgm_ops)
  WHERE deleted_at IS NULL AND serial_search ~ '[^a-z0-9]';
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS smart_meters_meter;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY smart_meters_meter ON smart_meters USING gin (organization_id, meter_key(meter_id) gin_trgm_ops)
  WHERE meter_id IS NOT NULL;
--> statement-breakpoint
GRANT SELECT (organization_id, device_id, meter_id) ON smart_meters TO wattdesk_lookup;
--> statement-breakpoint
DROP POLICY IF EXISTS lookup ON smart_meters;
--> statement-breakpoint
CREATE POLICY lookup ON smart_meters FOR SELECT TO wattdesk_lookup USING (true);
