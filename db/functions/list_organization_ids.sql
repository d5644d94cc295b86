CREATE OR REPLACE FUNCTION public.list_organization_ids()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY SELECT o.id FROM public.organizations o ORDER BY o.id;
END
$function$;

alter function list_organization_ids() owner to wattdesk_lookup;

revoke all on function list_organization_ids() from public;

grant execute on function list_organization_ids() to wattdesk_app;
