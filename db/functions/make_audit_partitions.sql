CREATE OR REPLACE FUNCTION public.make_audit_partitions(since timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET lock_timeout TO '300ms'
AS $function$
DECLARE
  quarter timestamptz;
  ends timestamptz;
  name text;
  made integer := 0;
BEGIN
  IF since < now() - interval '3 years' THEN
    RAISE EXCEPTION 'No partition is made so far from today.';
  END IF;
  FOR quarter, ends IN
    SELECT q AT TIME ZONE 'UTC', (q + interval '3 months') AT TIME ZONE 'UTC'
    FROM generate_series(
      date_trunc('quarter', since AT TIME ZONE 'UTC'),
      date_trunc('quarter', now() AT TIME ZONE 'UTC') + interval '6 months', interval '3 months') q
  LOOP
    name := 'audit_details' || to_char(quarter AT TIME ZONE 'UTC', '_YYYY_MM');
    CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
    BEGIN
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.audit_details FOR VALUES FROM (%L) TO (%L)',
        name, public.first_id_since(quarter), public.first_id_since(ends));
    -- There are such details elsewhere, or somebody is writing: another day is as good.
    EXCEPTION WHEN check_violation OR lock_not_available THEN CONTINUE;
    END;
    PERFORM public.protect_tenant_table(('public.' || name)::regclass);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON public.%I FROM wattdesk_app', name);
    made := made + 1;
  END LOOP;
  RETURN made;
END
$function$;

revoke all on function make_audit_partitions(timestamp with time zone) from public;

grant execute on function make_audit_partitions(timestamp with time zone) to wattdesk_app;
