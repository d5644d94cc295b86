ALTER TABLE "departures" ADD COLUMN "handed_over_cases" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The queue of the present organization, for its admins: what waits, what runs, what failed and why. Payloads stay
-- inside; jobs for all organizations together are nobody's. plpgsql binds late: the queue's schema comes after this file.
CREATE FUNCTION list_organization_jobs(most integer)
  RETURNS TABLE (id text, task text, attempts integer, max_attempts integer, last_error text, run_at timestamptz,
    created_at timestamptz, locked_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
BEGIN
  RETURN QUERY SELECT j.id::text, t.identifier, j.attempts::integer, j.max_attempts::integer, left(j.last_error, 500), j.run_at, j.created_at, j.locked_at
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE j.payload ->> 'organizationId' = public.current_organization()::text
  ORDER BY (j.last_error IS NOT NULL) DESC, j.run_at, j.id LIMIT most;
END
$$;
--> statement-breakpoint
CREATE FUNCTION count_organization_jobs()
  RETURNS TABLE (task text, waiting integer, running integer, retrying integer, failed integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
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
$$;
--> statement-breakpoint
-- Has a job of the present organization tried at once, with all its tries before it. Not while it runs.
CREATE FUNCTION retry_organization_job(job bigint) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
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
$$;
--> statement-breakpoint
CREATE FUNCTION discard_organization_job(job bigint) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
DECLARE
  name text;
BEGIN
  SELECT t.identifier INTO name FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.id = job AND j.locked_at IS NULL AND j.payload ->> 'organizationId' = public.current_organization()::text
    FOR UPDATE OF j;
  IF name IS NULL THEN RETURN NULL; END IF;
  PERFORM graphile_worker.complete_jobs(ARRAY[job]);
  RETURN name;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION list_organization_jobs(integer), count_organization_jobs(), retry_organization_job(bigint),
  discard_organization_job(bigint) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION list_organization_jobs(integer), count_organization_jobs(), retry_organization_job(bigint),
  discard_organization_job(bigint) TO wattdesk_app;
