CREATE OR REPLACE FUNCTION public.list_organization_jobs(most integer)
 RETURNS TABLE(id text, task text, attempts integer, max_attempts integer, last_error text, run_at timestamp with time zone, created_at timestamp with time zone, locked_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY SELECT j.id::text, t.identifier, j.attempts::integer, j.max_attempts::integer, left(j.last_error, 500), j.run_at, j.created_at, j.locked_at
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE j.payload ->> 'organizationId' = public.current_organization()::text
  ORDER BY (j.last_error IS NOT NULL) DESC, j.run_at, j.id LIMIT most;
END
$function$;

revoke all on function list_organization_jobs(integer) from public;

grant execute on function list_organization_jobs(integer) to wattdesk_app;
