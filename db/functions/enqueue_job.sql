CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM graphile_worker.add_job(task, payload => payload, job_key => job_key, max_attempts => 11);
END
$function$;

revoke all on function enqueue_job(text,json,text) from public;

grant execute on function enqueue_job(text,json,text) to wattdesk_app;
