CREATE OR REPLACE FUNCTION public.find_organization_by_slug(searched_slug text)
 RETURNS TABLE(id uuid, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY SELECT o.id, o.name FROM public.organizations o WHERE o.slug = searched_slug;
END
$function$;

alter function find_organization_by_slug(text) owner to wattdesk_lookup;

revoke all on function find_organization_by_slug(text) from public;

grant execute on function find_organization_by_slug(text) to wattdesk_app;
