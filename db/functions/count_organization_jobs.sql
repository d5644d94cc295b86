CREATE OR REPLACE FUNCTION public.count_organization_jobs()
 RETURNS TABLE(task text, waiting integer, running integer, retrying integer, failed integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY SELECT t.identifier,
    count(*) FILTER (WHERE j.locked_at IS NULL AND j.last_error IS NULL)::integer,
    count(*) FILTER (WHERE j.locked_at IS NOT NULL)::integer,
    count(*) FILTER (WHERE j.locked_at IS NULL AND j.last_error IS NOT NULL AND j.attempts < j.max_attempts)::integer,
    count(*) FILTER (WHERE j.locked_at IS NULL AND j.last_error IS NOT NULL AND j.attempts >= j.max_attempts)::integer
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE j.payload ->> 'organizationId' = public.current_organization()::text
  GROUP BY t.identifier ORDER BY t.identifier;
END
$function$;

revoke all on function count_organization_jobs() from public;

grant execute on function count_organization_jobs() to wattdesk_app;
