CREATE OR REPLACE FUNCTION public.queue_webhook_messages(messages jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  organization uuid;
BEGIN
  FOR organization IN
    WITH queued AS (
      INSERT INTO webhook_deliveries (organization_id, webhook_id, type, data)
        SELECT w.organization_id, w.id, m.type, m.data
        FROM jsonb_to_recordset(messages) m (type text, data jsonb)
        JOIN webhooks w ON m.type = ANY (w.events) AND w.disabled_at IS NULL
          AND w.organization_id = (m.data ->> 'organization_id')::uuid
        RETURNING organization_id)
    SELECT DISTINCT organization_id FROM queued
  LOOP
    PERFORM enqueue_job('deliver-webhooks', json_build_object('organizationId', organization),
      'webhooks-' || organization);
  END LOOP;
END
$function$;

revoke all on function queue_webhook_messages(jsonb) from public;

grant execute on function queue_webhook_messages(jsonb) to wattdesk_app;
