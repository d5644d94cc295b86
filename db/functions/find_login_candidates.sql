CREATE OR REPLACE FUNCTION public.find_login_candidates(address text)
 RETURNS TABLE(organization_id uuid, user_id uuid, password_hash text, status text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
          AND c.status <> 'no-access'
        LIMIT 1
      ) candidate
    ) u
    ORDER BY u.id
    LIMIT 10;
END
$function$;

alter function find_login_candidates(text) owner to wattdesk_lookup;

revoke all on function find_login_candidates(text) from public;

grant execute on function find_login_candidates(text) to wattdesk_app;
