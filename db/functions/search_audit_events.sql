CREATE OR REPLACE FUNCTION public.search_audit_events(patterns text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  -- Each pattern may name several spellings, one in a line.
  condition text := (
    SELECT string_agg(format('(%s)', (
      SELECT string_agg(format('search_text LIKE %L', spelling), ' OR ')
      FROM string_to_table(pattern, E'\n') spelling)), ' AND ')
    FROM unnest(patterns) pattern);
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT event_id FROM public.audit_details WHERE organization_id = $1 AND %s LIMIT $2',
    coalesce(condition, 'true'))
    USING public.current_organization(), most;
END
$function$;

alter function search_audit_events(text[],integer) owner to wattdesk_lookup;

revoke all on function search_audit_events(text[],integer) from public;

grant execute on function search_audit_events(text[],integer) to wattdesk_app;
