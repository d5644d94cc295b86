CREATE OR REPLACE FUNCTION public.filter_condition(filters jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT coalesce(string_agg(condition, ' AND '), 'true') FROM (
    SELECT format('facet + 0 = ANY (%L::bigint[])', (SELECT coalesce(array_agg(f), '{}') FROM jsonb_array_elements_text(filters -> 'facets') f)) AS condition
      WHERE filters ? 'facets'
    UNION ALL SELECT format('created_at >= %L', filters ->> 'createdFrom') WHERE filters ? 'createdFrom'
    UNION ALL SELECT format('created_at < %L', filters ->> 'createdBefore') WHERE filters ? 'createdBefore'
    UNION ALL SELECT format('last_seen_sort >= %L', filters ->> 'seenFrom') WHERE filters ? 'seenFrom'
    UNION ALL SELECT format('last_seen_sort < %L', filters ->> 'seenBefore') WHERE filters ? 'seenBefore'
    UNION ALL SELECT format('connection_state = %L AND disconnected_since < %L', 'disconnected', filters ->> 'waitingSince') WHERE filters ? 'waitingSince'
    UNION ALL SELECT format('starts_with(postal_code_sort, %L)', filters ->> 'postalCode') WHERE filters ? 'postalCode'
    UNION ALL SELECT format('EXISTS (SELECT FROM public.end_user_tags t WHERE t.organization_id = public.current_organization() AND t.tag_id = %L AND t.user_id = users.id)', filters ->> 'tag') WHERE filters ? 'tag'
  ) conditions
$function$;
