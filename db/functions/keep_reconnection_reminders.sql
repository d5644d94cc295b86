CREATE OR REPLACE FUNCTION public.keep_reconnection_reminders()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  DELETE FROM reconnection_reminders r USING changed c
    WHERE r.organization_id = c.organization_id AND r.device_id = c.device_id AND c.after <> 'disconnected';
  INSERT INTO reconnection_reminders (organization_id, device_id, user_id, manufacturer, disconnected_since, next_at)
    SELECT DISTINCT ON (c.organization_id, c.device_id) c.organization_id, c.device_id, c.user_id, c.manufacturer, c.changed_at,
      c.changed_at + make_interval(hours => coalesce(s.first_reminder_hours, 24))
    FROM changed c LEFT JOIN connection_settings s ON s.organization_id = c.organization_id
    WHERE c.after = 'disconnected' AND c.before IS NOT NULL AND c.changed_at > now() - interval '1 hour'
    ORDER BY c.organization_id, c.device_id, c.changed_at DESC
  ON CONFLICT (organization_id, device_id) DO UPDATE
    SET user_id = excluded.user_id, disconnected_since = excluded.disconnected_since, sent = 0, next_at = excluded.next_at;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_reminders AFTER INSERT ON connection_changes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_reconnection_reminders();
