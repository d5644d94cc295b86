CREATE OR REPLACE FUNCTION public.erase_telemetry_of_person(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  organization uuid := public.current_organization();
  owned uuid[];
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.users
    WHERE organization_id = organization AND id = person AND role = 'user' AND deleted_at IS NOT NULL)
  THEN RAISE EXCEPTION 'Only an end-user who has been deleted is erased.'; END IF;
  owned := ARRAY(SELECT id FROM public.devices WHERE organization_id = organization AND user_id = person);
  DELETE FROM public.device_readings WHERE organization_id = organization AND device_id = ANY (owned);
  DELETE FROM public.hourly_readings WHERE organization_id = organization AND device_id = ANY (owned);
  DELETE FROM public.daily_readings WHERE organization_id = organization AND device_id = ANY (owned);
  DELETE FROM public.connection_changes WHERE organization_id = organization AND user_id = person;
END
$function$;

alter function erase_telemetry_of_person(uuid) owner to wattdesk_eraser;

revoke all on function erase_telemetry_of_person(uuid) from public;

grant execute on function erase_telemetry_of_person(uuid) to wattdesk_app;
