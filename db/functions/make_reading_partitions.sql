CREATE OR REPLACE FUNCTION public.make_reading_partitions(around timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  parent text;
  month timestamp;
  name text;
  made integer := 0;
BEGIN
  IF around NOT BETWEEN now() - interval '3 years' AND now() + interval '1 year' THEN
    RAISE EXCEPTION 'No partition is made so far from today.';
  END IF;
  FOREACH parent IN ARRAY ARRAY['device_readings', 'hourly_readings'] LOOP
    FOR month IN SELECT generate_series(
      date_trunc('month', around AT TIME ZONE 'UTC') - interval '2 months',
      date_trunc('month', around AT TIME ZONE 'UTC') + interval '1 month', interval '1 month')
    LOOP
      name := parent || to_char(month, '_YYYY_MM');
      CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
        name, parent, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
      PERFORM public.protect_tenant_table(('public.' || name)::regclass);
      EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON public.%I FROM wattdesk_app', name);
      made := made + 1;
    END LOOP;
  END LOOP;
  RETURN made;
END
$function$;

revoke all on function make_reading_partitions(timestamp with time zone) from public;

grant execute on function make_reading_partitions(timestamp with time zone) to wattdesk_app;
