CREATE OR REPLACE FUNCTION public.list_due_organizations(work text, moment timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  CASE work
  WHEN 'access-ends' THEN RETURN QUERY
    SELECT DISTINCT u.organization_id FROM public.users u
    WHERE u.deleted_at IS NULL AND u.access_ends_at IS NOT NULL AND u.access_ended_at IS NULL
      AND (u.access_ends_at <= moment OR u.status = 'active' AND (
        u.access_ends_at <= moment + interval '7 days' AND coalesce(u.access_warned_days, 8) > 7
        OR u.access_ends_at <= moment + interval '1 day' AND coalesce(u.access_warned_days, 8) > 1));
  WHEN 'suspicion' THEN RETURN QUERY
    SELECT e.organization_id FROM public.audit_events e
    WHERE e.created_at > moment - interval '60 minutes'
      AND e.action IN ('session.failed', 'audit-log.exported', 'team.exported', 'organization.exported',
        'end-user.exported', 'list.exported', 'end-user.deleted', 'end-user.erased', 'device.deleted',
        'handbook.deleted', 'member.removed', 'api-client.refused')
    UNION
    SELECT s.organization_id FROM public.sessions s
    JOIN public.users u ON u.organization_id = s.organization_id AND u.id = s.user_id AND u.role IN ('admin', 'staff')
    WHERE s.created_at > moment - interval '10 minutes' AND NOT s.awaits_second_factor AND s.user_agent IS NOT NULL
      AND EXISTS (SELECT FROM public.sessions k
        WHERE k.organization_id = s.organization_id AND k.user_id = s.user_id AND k.created_at < s.created_at
          AND k.created_at > moment - interval '90 days' AND NOT k.awaits_second_factor AND k.user_agent IS NOT NULL)
      AND NOT EXISTS (SELECT FROM public.sessions k
        WHERE k.organization_id = s.organization_id AND k.user_id = s.user_id AND k.created_at < s.created_at
          AND k.created_at > moment - interval '90 days' AND NOT k.awaits_second_factor AND k.user_agent = s.user_agent)
    UNION
    SELECT s.organization_id FROM public.sessions s
    JOIN public.users u ON u.organization_id = s.organization_id AND u.id = s.user_id AND u.role IN ('admin', 'staff')
    WHERE s.last_seen_at > moment - interval '2 minutes' AND s.revoked_at IS NULL AND NOT s.awaits_second_factor
      AND s.client_address IS NOT NULL
    GROUP BY s.organization_id, s.user_id HAVING count(DISTINCT s.client_address) > 1;
  WHEN 'list-counts' THEN RETURN QUERY
    SELECT c.organization_id FROM public.list_counts c
    GROUP BY c.organization_id
    HAVING count(*) > 200 AND count(*) - count(DISTINCT (c.list, c.facet)) > 200;
  WHEN 'bulk-actions' THEN RETURN QUERY
    SELECT b.organization_id FROM public.bulk_actions b
    WHERE b.state IN ('collecting', 'running') AND b.worked_at < moment - interval '60 seconds'
    UNION
    SELECT b.organization_id FROM public.bulk_actions b
    WHERE b.state = 'draft' AND b.created_at < moment - interval '24 hours'
    UNION
    SELECT b.organization_id FROM public.bulk_actions b
    WHERE b.state IN ('done', 'cancelled', 'failed') AND b.created_at < moment - interval '2160 hours';
  WHEN 'imports' THEN RETURN QUERY
    SELECT i.organization_id FROM public.imports i
    WHERE i.state IN ('checking', 'running') AND i.worked_at < moment - interval '60 seconds'
    UNION
    SELECT i.organization_id FROM public.imports i
    WHERE i.state <> 'done' AND i.created_at < moment - interval '168 hours'
    UNION
    SELECT i.organization_id FROM public.imports i
    WHERE i.state = 'done' AND i.created_at < moment - interval '168 hours'
      AND (i.created_at < moment - interval '2160 hours' OR EXISTS (
        SELECT FROM public.import_rows r WHERE r.organization_id = i.organization_id AND r.import_id = i.id));
  WHEN 'deletion' THEN RETURN QUERY
    SELECT o.id FROM public.organizations o WHERE o.deletion_due_at <= now();
  WHEN 'moves' THEN RETURN QUERY
    -- No zone is further ahead of UTC.
    SELECT DISTINCT s.organization_id FROM public.scheduled_moves s
    JOIN public.organizations o ON o.id = s.organization_id
    WHERE s.state = 'scheduled' AND s.first_day <= (moment AT TIME ZONE 'UTC' + interval '14 hours')::date
      AND s.first_day <= (moment AT TIME ZONE o.time_zone)::date;
  WHEN 'simulated-sandboxes' THEN RETURN QUERY
    SELECT o.id FROM public.organizations o
    WHERE o.environment = 'sandbox' AND EXISTS (SELECT FROM public.devices d
      WHERE d.organization_id = o.id AND d.is_authenticated AND d.connection_state IN ('connected', 'degraded')
        AND d.manufacturer_account_id IS NULL AND d.deleted_at IS NULL);
  WHEN 'simulated' THEN RETURN QUERY
    SELECT o.id FROM public.organizations o
    WHERE EXISTS (SELECT FROM public.devices d
      WHERE d.organization_id = o.id AND d.is_authenticated AND d.connection_state IN ('connected', 'degraded')
        AND d.manufacturer_account_id IS NULL AND d.deleted_at IS NULL);
  WHEN 'fleet-hour' THEN RETURN QUERY
    WITH facets AS (
      SELECT c.organization_id, c.facet, sum(c.count)::integer AS count FROM public.list_counts c
      WHERE c.list = 'device' GROUP BY c.organization_id, c.facet HAVING sum(c.count) > 0),
    fleet AS (
      SELECT f.organization_id,
        sum(f.count) FILTER (WHERE f.facet >> 1 & 7 IN (0, 4)) AS connected,
        sum(f.count) FILTER (WHERE f.facet >> 1 & 7 IN (1, 5)) AS disconnected,
        sum(f.count) FILTER (WHERE f.facet >> 1 & 7 = 2) AS pending,
        sum(f.count) FILTER (WHERE f.facet >> 1 & 7 IN (3, 6, 7)) AS failed
      FROM facets f
      JOIN public.device_models m ON m.organization_id = f.organization_id AND m.number = f.facet >> 4
      GROUP BY f.organization_id),
    power AS (
      SELECT p.organization_id, count(*) AS entries, sum(p.watts) FILTER (WHERE NOT p.is_production) AS consumption,
        sum(p.watts) FILTER (WHERE p.is_production) AS production
      FROM public.fleet_power p GROUP BY p.organization_id)
    SELECT o.id FROM public.organizations o
    LEFT JOIN public.fleet_hours h ON h.organization_id = o.id AND h.hour = date_trunc('hour', moment, 'UTC')
    LEFT JOIN fleet f ON f.organization_id = o.id
    LEFT JOIN power p ON p.organization_id = o.id
    WHERE h.organization_id IS NULL OR p.entries > 200
      OR (h.connected, h.disconnected, h.pending, h.failed, h.consumption_w, h.production_w) IS DISTINCT FROM
        (coalesce(f.connected, 0), coalesce(f.disconnected, 0), coalesce(f.pending, 0), coalesce(f.failed, 0),
          coalesce(p.consumption, 0), coalesce(p.production, 0));
  WHEN 'audit-stream' THEN RETURN QUERY
    SELECT s.organization_id FROM public.audit_streams s
    WHERE (s.next_try_at IS NULL OR s.next_try_at <= moment) AND EXISTS (
      SELECT FROM public.audit_events e
      WHERE e.organization_id = s.organization_id AND e.sequence > s.delivered_sequence);
  WHEN 'accounts' THEN RETURN QUERY
    SELECT DISTINCT a.organization_id FROM public.manufacturer_accounts a
    WHERE a.state = 'active' AND a.next_read_at <= moment;
  WHEN 'silence' THEN RETURN QUERY
    SELECT o.id FROM public.organizations o
    LEFT JOIN public.connection_settings s ON s.organization_id = o.id
    WHERE EXISTS (SELECT FROM public.devices d
      WHERE d.organization_id = o.id AND d.connection_state = 'connected' AND d.deleted_at IS NULL
        AND d.last_seen_sort < moment - make_interval(mins => coalesce(s.stale_after_minutes, 180))
        AND d.updated_at < moment - make_interval(mins => coalesce(s.stale_after_minutes, 180)));
  WHEN 'manufacturers' THEN RETURN QUERY
    SELECT o.id FROM public.organizations o
    WHERE NOT EXISTS (SELECT FROM public.manufacturer_hours h
        WHERE h.organization_id = o.id AND h.hour = date_trunc('hour', moment, 'UTC') - interval '1 hour')
      AND (EXISTS (SELECT FROM public.device_models m WHERE m.organization_id = o.id)
        OR EXISTS (SELECT FROM public.manufacturer_hours h
          WHERE h.organization_id = o.id AND h.hour < moment - interval '336 hours'))
    UNION
    SELECT i.organization_id FROM public.incidents i WHERE i.closed_at IS NULL
    UNION
    SELECT c.organization_id FROM public.connection_changes c
    WHERE c.after IN ('disconnected', 'degraded') AND c.before IN ('connected', 'degraded')
      AND c.changed_at > moment - interval '15 minutes';
  WHEN 'reminders' THEN RETURN QUERY
    SELECT o.id FROM (
      SELECT DISTINCT r.organization_id FROM public.reconnection_reminders r WHERE r.next_at <= moment) due
    JOIN public.organizations o ON o.id = due.organization_id
    LEFT JOIN public.connection_settings s ON s.organization_id = o.id
    WHERE coalesce(s.sends_reminders, true) AND NOT public.is_quiet_hour(
      moment, o.time_zone, coalesce(s.quiet_from_hour, 20), coalesce(s.quiet_until_hour, 8));
  WHEN 'webhooks' THEN RETURN QUERY
    SELECT DISTINCT d.organization_id FROM public.webhook_deliveries d
    WHERE d.state = 'queued' AND d.next_try_at <= moment;
  END CASE;
END
$function$;

alter function list_due_organizations(text,timestamp with time zone) owner to wattdesk_lookup;

revoke all on function list_due_organizations(text,timestamp with time zone) from public;

grant execute on function list_due_organizations(text,timestamp with time zone) to wattdesk_app;
