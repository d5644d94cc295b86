CREATE OR REPLACE FUNCTION public.erase_outlived_audit_details(most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  months integer := (SELECT retain_audit_months FROM public.organizations WHERE id = public.current_organization());
  erased integer;
BEGIN
  IF months IS NULL THEN RETURN 0; END IF;
  WITH outlived AS (
    SELECT e.id FROM public.audit_events e
    WHERE e.organization_id = public.current_organization()
      AND e.created_at < now() - make_interval(months => months)
      AND EXISTS (SELECT FROM public.audit_details d WHERE d.organization_id = e.organization_id AND d.event_id = e.id)
    ORDER BY e.created_at LIMIT most)
  DELETE FROM public.audit_details d USING outlived
  WHERE d.organization_id = public.current_organization() AND d.event_id = outlived.id;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END
$function$;

alter function erase_outlived_audit_details(integer) owner to wattdesk_lookup;

revoke all on function erase_outlived_audit_details(integer) from public;

grant execute on function erase_outlived_audit_details(integer) to wattdesk_app;
