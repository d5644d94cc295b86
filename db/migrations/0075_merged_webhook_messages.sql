CREATE OR REPLACE FUNCTION public.queue_webhook_messages(messages jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  organization uuid;
BEGIN
  FOR organization IN
    -- Waits for somebody who is deleting a webhook, which then is not there: the messages refer to it.
    WITH listening AS (
      SELECT w.organization_id, w.id, w.events FROM webhooks w
        WHERE w.disabled_at IS NULL AND w.organization_id IN
          (SELECT (m.data ->> 'organization_id')::uuid FROM jsonb_to_recordset(messages) m (data jsonb))
        ORDER BY w.organization_id, w.id FOR KEY SHARE),
    queued AS (
      INSERT INTO webhook_deliveries (organization_id, webhook_id, type, data, merge_key, next_try_at)
        SELECT DISTINCT ON (w.id, coalesce(m.merge_key, m.place::text))
          w.organization_id, w.id, m.type, m.data, m.merge_key,
          CASE WHEN m.merge_key IS NULL THEN now() ELSE now() + interval '30 seconds' END
        FROM (
          SELECT given.*, CASE WHEN given.type = 'device.updated' THEN given.data ->> 'device_id' END AS merge_key
          FROM ROWS FROM (jsonb_to_recordset(messages) AS (type text, data jsonb)) WITH ORDINALITY given (type, data, place)) m
        JOIN listening w ON m.type = ANY (w.events) AND w.organization_id = (m.data ->> 'organization_id')::uuid
        ORDER BY w.id, coalesce(m.merge_key, m.place::text), m.place
      -- The row lock keeps a worker from sending the waiting message before this change is committed.
      ON CONFLICT (organization_id, webhook_id, merge_key)
        WHERE merge_key IS NOT NULL AND state = 'queued' AND attempts = 0
        DO UPDATE SET merge_key = excluded.merge_key
        RETURNING organization_id, merge_key)
    SELECT DISTINCT organization_id FROM queued WHERE merge_key IS NULL
  LOOP
    PERFORM enqueue_job('deliver-webhooks', json_build_object('organizationId', organization),
      'webhooks-' || organization);
  END LOOP;
END
$function$;

revoke all on function queue_webhook_messages(jsonb) from public;

grant execute on function queue_webhook_messages(jsonb) to wattdesk_app;
