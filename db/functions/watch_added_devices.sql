CREATE OR REPLACE FUNCTION public.watch_added_devices()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO connection_changes (organization_id, device_id, user_id, manufacturer, before, after, reason, changed_at)
    SELECT organization_id, id, user_id, manufacturer, NULL,
      CASE WHEN disconnected_since IS NULL THEN connection_state ELSE 'connected' END, NULL, created_at FROM changed
    UNION ALL
    SELECT organization_id, id, user_id, manufacturer, 'connected', connection_state, lifecycle_error, disconnected_since
    FROM changed WHERE disconnected_since IS NOT NULL AND connection_state <> 'connected';
  INSERT INTO fleet_power (organization_id, is_production, watts)
    SELECT organization_id, kind = 'solar_inverter', sum(counted_power(current_power_w, connection_state, deleted_at))
    FROM changed GROUP BY 1, 2 HAVING sum(counted_power(current_power_w, connection_state, deleted_at)) <> 0;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER watch_added AFTER INSERT ON devices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION watch_added_devices();
