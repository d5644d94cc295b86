CREATE OR REPLACE FUNCTION public.drop_outlived_reading_partitions()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  partition record;
  dropped integer := 0;
BEGIN
  FOR partition IN
    SELECT c.oid::regclass AS name,
      to_timestamp(right(c.relname, 7), 'YYYY_MM') + interval '1 month' AS ended,
      CASE p.relname WHEN 'device_readings' THEN interval '3 months' ELSE interval '25 months' END AS kept
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
    WHERE i.inhparent IN ('public.device_readings'::regclass, 'public.hourly_readings'::regclass)
  LOOP
    CONTINUE WHEN partition.ended > now() - partition.kept;
    EXECUTE format('DROP TABLE %s', partition.name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END
$function$;

revoke all on function drop_outlived_reading_partitions() from public;

grant execute on function drop_outlived_reading_partitions() to wattdesk_app;
