CREATE OR REPLACE FUNCTION public.find_outgoing_mail(searched_provider_id text)
 RETURNS TABLE(organization_id uuid, id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
    SELECT m.organization_id, m.id FROM public.organizations o
    JOIN public.outgoing_mails m ON m.organization_id = o.id AND m.provider_id = searched_provider_id;
END
$function$;

alter function find_outgoing_mail(text) owner to wattdesk_lookup;

revoke all on function find_outgoing_mail(text) from public;

grant execute on function find_outgoing_mail(text) to wattdesk_app;
