CREATE OR REPLACE FUNCTION public.retry_organization_job(job bigint)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  name text;
BEGIN
  SELECT t.identifier INTO name FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.id = job AND j.locked_at IS NULL AND j.payload ->> 'organizationId' = public.current_organization()::text
    FOR UPDATE OF j;
  IF name IS NULL THEN RETURN NULL; END IF;
  PERFORM graphile_worker.reschedule_jobs(ARRAY[job], now(), attempts => 0);
  RETURN name;
END
$function$;

revoke all on function retry_organization_job(bigint) from public;

grant execute on function retry_organization_job(bigint) to wattdesk_app;
