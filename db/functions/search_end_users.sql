CREATE OR REPLACE FUNCTION public.search_end_users(words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  found uuid[] := '{}';
BEGIN
  FOR id, sort_value IN
    SELECT * FROM public.search_records('users', 'sort_name', 'role = ''user'' AND deleted_at IS NULL', words, filters, most)
  LOOP
    RETURN NEXT;
    found := array_append(found, id);
  END LOOP;
  IF cardinality(found) < most THEN
    RETURN QUERY EXECUTE format(
      'SELECT id, ''5'' || sort_name FROM public.users WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL
        AND id = ANY ($2) AND id <> ALL ($3) AND %s LIMIT $4', public.filter_condition(filters))
      USING public.current_organization(),
        ARRAY(SELECT DISTINCT o FROM public.owners_of_found(words, cardinality(found) = 0, most) o), found, most - cardinality(found);
  END IF;
END
$function$;

alter function search_end_users(jsonb,jsonb,integer) owner to wattdesk_lookup;

revoke all on function search_end_users(jsonb,jsonb,integer) from public;

grant execute on function search_end_users(jsonb,jsonb,integer) to wattdesk_app;
