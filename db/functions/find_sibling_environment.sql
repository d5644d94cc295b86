CREATE OR REPLACE FUNCTION public.find_sibling_environment(address text)
 RETURNS TABLE(name text, slug text, environment text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  own uuid := public.current_organization();
  sibling uuid := coalesce(
    (SELECT o.sandbox_of FROM public.organizations o WHERE o.id = own),
    (SELECT o.id FROM public.organizations o WHERE o.sandbox_of = own));
BEGIN
  IF sibling IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT o.name, o.slug, o.environment FROM public.organizations o
    WHERE o.id = sibling AND EXISTS (
      SELECT FROM public.users u
      WHERE u.organization_id = sibling AND u.email_normalized = lower(address)
        AND u.status <> 'no-access' AND u.status = 'active' AND u.role <> 'user' AND u.deleted_at IS NULL);
END
$function$;

alter function find_sibling_environment(text) owner to wattdesk_lookup;

revoke all on function find_sibling_environment(text) from public;

grant execute on function find_sibling_environment(text) to wattdesk_app;
