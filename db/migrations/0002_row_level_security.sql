SELECT protect_tenant_table('organizations', 'id');
--> statement-breakpoint
SELECT protect_tenant_table('users');
--> statement-breakpoint
SELECT protect_tenant_table('role_assignments');
--> statement-breakpoint
SELECT protect_tenant_table('sessions');
--> statement-breakpoint
SELECT protect_tenant_table('invitations');
--> statement-breakpoint
SELECT protect_tenant_table('password_resets');
--> statement-breakpoint
SELECT protect_tenant_table('outgoing_mails');
--> statement-breakpoint
SELECT protect_tenant_table('audit_events');
--> statement-breakpoint
SELECT protect_tenant_table('buildings');
--> statement-breakpoint
SELECT protect_tenant_table('energy_contracts');
--> statement-breakpoint
SELECT protect_tenant_table('cloud_services');
--> statement-breakpoint
SELECT protect_tenant_table('devices');
--> statement-breakpoint
SELECT protect_tenant_table('heat_pumps');
--> statement-breakpoint
SELECT protect_tenant_table('electric_vehicles');
--> statement-breakpoint
SELECT protect_tenant_table('solar_inverters');
--> statement-breakpoint
SELECT protect_tenant_table('wallboxes');
--> statement-breakpoint
-- The audit log is append-only, and an organization is neither made nor unmade by the application.
REVOKE UPDATE, DELETE ON audit_events FROM wattdesk_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON role_assignments FROM wattdesk_app;
--> statement-breakpoint
REVOKE INSERT, DELETE ON organizations FROM wattdesk_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO wattdesk_app;
--> statement-breakpoint
-- Rate-limit counters are only checked and refilled; losing them in a crash is harmless.
ALTER TABLE rate_limits SET (autovacuum_vacuum_scale_factor = 0.05);
--> statement-breakpoint
CREATE INDEX users_search ON users USING gin (organization_id, search_text gin_trgm_ops)
  WHERE role = 'user' AND deleted_at IS NULL;
--> statement-breakpoint
-- LIKE is not leakproof, so under row-level security the planner leaves the trigram index alone.
-- These functions run as wattdesk_lookup, whose own policy is plain true, and carry the tenant
-- themselves. They return ids only; the caller reads the rows under its own policy.
GRANT SELECT (organization_id, id, role, status, email_normalized, search_text, deleted_at, password_hash) ON users TO wattdesk_lookup;
--> statement-breakpoint
GRANT SELECT (id) ON organizations TO wattdesk_lookup;
--> statement-breakpoint
GRANT SELECT (organization_id, id, provider_id) ON outgoing_mails TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON users FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
CREATE POLICY lookup ON organizations FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
CREATE POLICY lookup ON outgoing_mails FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
CREATE FUNCTION search_end_users(patterns text[], most integer) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  -- One LIKE for each word: LIKE ALL (array) would not use the trigram index.
  condition text := (SELECT string_agg(format('search_text LIKE %L', pattern), ' AND ') FROM unnest(patterns) pattern);
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT id FROM public.users WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND %s LIMIT $2',
    coalesce(condition, 'true'))
    USING public.current_organization(), most;
END
$$;
--> statement-breakpoint
-- Who could be meant by an address at login, before the organization is known. Probes the address
-- index once per organization, so that every index can begin with the tenant.
CREATE FUNCTION find_login_candidates(address text)
  RETURNS TABLE (organization_id uuid, user_id uuid, password_hash text, status text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
BEGIN
  RETURN QUERY
    SELECT u.organization_id, u.id, u.password_hash, u.status
    FROM public.organizations o
    CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT c.organization_id, c.id, c.password_hash, c.status FROM public.users c
        WHERE c.organization_id = o.id AND c.email_normalized = lower(address) AND c.deleted_at IS NULL
        LIMIT 1
      ) candidate
    ) u
    ORDER BY u.id
    LIMIT 10;
END
$$;
--> statement-breakpoint
-- The mail provider's webhook names a mail by the provider's own id.
CREATE FUNCTION find_outgoing_mail(searched_provider_id text)
  RETURNS TABLE (organization_id uuid, id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
BEGIN
  RETURN QUERY
    SELECT m.organization_id, m.id FROM public.organizations o
    JOIN public.outgoing_mails m ON m.organization_id = o.id AND m.provider_id = searched_provider_id;
END
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION search_end_users(text[], integer) OWNER TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION find_login_candidates(text) OWNER TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION find_outgoing_mail(text) OWNER TO wattdesk_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_end_users(text[], integer), find_login_candidates(text), find_outgoing_mail(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_end_users(text[], integer), find_login_candidates(text), find_outgoing_mail(text) TO wattdesk_app;
--> statement-breakpoint
-- The queue's own tables are closed to the application; a job is added through this one door, in the
-- transaction that causes it. plpgsql binds late: the queue's schema is installed after this file.
CREATE FUNCTION enqueue_job(task text, payload json, job_key text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload => payload, job_key => job_key, max_attempts => 11);
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enqueue_job(text, json, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue_job(text, json, text) TO wattdesk_app;
