CREATE OR REPLACE FUNCTION public.search_buildings(words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT id, min(sort_value) FROM (
    SELECT * FROM public.search_records('buildings', 'name_sort', 'deleted_at IS NULL', words, filters, most)
    UNION ALL SELECT * FROM public.search_by_owner('buildings', 'name_sort', words, filters, most)) found
  GROUP BY id LIMIT most
$function$;

alter function search_buildings(jsonb,jsonb,integer) owner to wattdesk_lookup;

revoke all on function search_buildings(jsonb,jsonb,integer) from public;

grant execute on function search_buildings(jsonb,jsonb,integer) to wattdesk_app;
