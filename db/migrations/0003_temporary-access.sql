ALTER TABLE "users" ADD COLUMN "access_ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "access_end_set_by" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "access_warned_days" integer;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "access_ended_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "users_by_access_end" ON "users" USING btree ("organization_id","access_ends_at") WHERE "users"."deleted_at" is null and "users"."access_ends_at" is not null and "users"."access_ended_at" is null;--> statement-breakpoint
GRANT SELECT (access_ends_at) ON users TO wattdesk_lookup;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_lookup;
--> statement-breakpoint
-- Whose temporary access is over is answered like somebody suspended.
CREATE OR REPLACE FUNCTION find_login_candidates(address text)
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
        SELECT c.organization_id, c.id, c.password_hash,
          CASE WHEN c.access_ends_at <= now() THEN 'ended' ELSE c.status END AS status
        FROM public.users c
        WHERE c.organization_id = o.id AND c.email_normalized = lower(address) AND c.deleted_at IS NULL
        LIMIT 1
      ) candidate
    ) u
    ORDER BY u.id
    LIMIT 10;
END
$$;
--> statement-breakpoint
-- The organizations that our own jobs go through one by one, each in a transaction of its own.
CREATE FUNCTION list_organization_ids() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
BEGIN
  RETURN QUERY SELECT o.id FROM public.organizations o ORDER BY o.id;
END
$$;
--> statement-breakpoint
ALTER FUNCTION list_organization_ids() OWNER TO wattdesk_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION list_organization_ids() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION list_organization_ids() TO wattdesk_app;
