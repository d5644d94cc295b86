CREATE OR REPLACE FUNCTION public.is_quiet_hour(moment timestamp with time zone, zone text, quiet_from integer, quiet_until integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
  local_hour integer := extract(hour FROM moment AT TIME ZONE zone);
BEGIN
  RETURN CASE
    WHEN quiet_from = quiet_until THEN false
    WHEN quiet_from < quiet_until THEN local_hour >= quiet_from AND local_hour < quiet_until
    ELSE local_hour >= quiet_from OR local_hour < quiet_until
  END;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN false;
END
$function$;

revoke all on function is_quiet_hour(timestamp with time zone,text,integer,integer) from public;

grant execute on function is_quiet_hour(timestamp with time zone,text,integer,integer) to wattdesk_lookup;
