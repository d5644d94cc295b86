-- As before, but each side is found by its own index: this runs with every request, and an OR over both
-- would read all organizations.
CREATE OR REPLACE FUNCTION find_sibling_environment(address text)
  RETURNS TABLE (name text, slug text, environment text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
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
        AND u.status = 'active' AND u.role <> 'user' AND u.deleted_at IS NULL);
END
$$;
