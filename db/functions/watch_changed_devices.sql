CREATE OR REPLACE FUNCTION public.watch_changed_devices()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO connection_changes (organization_id, device_id, user_id, manufacturer, before, after, reason, cause, changed_at)
    SELECT n.organization_id, n.id, n.user_id, n.manufacturer, o.connection_state, n.connection_state, n.lifecycle_error,
      n.connection_cause,
      CASE WHEN n.connection_state = 'disconnected' THEN coalesce(n.disconnected_since, now()) ELSE now() END
    FROM after n JOIN before o ON o.organization_id = n.organization_id AND o.id = n.id
    WHERE o.connection_state <> n.connection_state;
  INSERT INTO fleet_power (organization_id, is_production, watts)
    SELECT organization_id, is_production, sum(watts) FROM (
      SELECT organization_id, kind = 'solar_inverter' AS is_production,
        counted_power(current_power_w, connection_state, deleted_at) AS watts FROM after
      UNION ALL
      SELECT organization_id, kind = 'solar_inverter', -counted_power(current_power_w, connection_state, deleted_at)
      FROM before) change
    GROUP BY 1, 2 HAVING sum(watts) <> 0;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER watch_changed AFTER UPDATE ON devices REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION watch_changed_devices();
