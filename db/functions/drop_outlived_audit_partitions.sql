CREATE OR REPLACE FUNCTION public.drop_outlived_audit_partitions()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET lock_timeout TO '300ms'
AS $function$
DECLARE
  outlived record;
  erased bigint := 0;
BEGIN
  FOR outlived IN SELECT * FROM public.outlived_audit_partitions() LOOP
    BEGIN
      EXECUTE format('DROP TABLE %s', outlived.partition);
      erased := erased + outlived.details;
    EXCEPTION WHEN lock_not_available THEN EXIT;
    END;
  END LOOP;
  RETURN erased;
END
$function$;

revoke all on function drop_outlived_audit_partitions() from public;

grant execute on function drop_outlived_audit_partitions() to wattdesk_app;
