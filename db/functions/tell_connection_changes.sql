CREATE OR REPLACE FUNCTION public.tell_connection_changes()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM webhooks WHERE disabled_at IS NULL AND organization_id IN (SELECT organization_id FROM changed)) THEN
    RETURN NULL;
  END IF;
  PERFORM queue_webhook_messages((
    SELECT coalesce(jsonb_agg(jsonb_build_object('type', t.type, 'data', jsonb_build_object(
      'organization_id', c.organization_id, 'device_id', c.device_id, 'user_id', c.user_id,
      'manufacturer', c.manufacturer, 'connection', c.after, 'reason', c.reason,
      'changed_at', to_char(c.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))), '[]'::jsonb)
    FROM changed c
    CROSS JOIN LATERAL (
      SELECT 'device.connected' AS type WHERE c.after = 'connected'
      UNION ALL SELECT 'device.disconnected' WHERE c.after IN ('disconnected', 'error')
      UNION ALL SELECT 'device.needs_reconnection' WHERE c.after = 'disconnected') t
    WHERE c.before IS NOT NULL));
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER tell_changes AFTER INSERT ON connection_changes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_connection_changes();
