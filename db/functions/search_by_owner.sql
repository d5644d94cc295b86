CREATE OR REPLACE FUNCTION public.search_by_owner(relation text, name_column text, words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH owners AS MATERIALIZED (
        (SELECT id FROM public.users
        WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND %s LIMIT 20000)
        UNION SELECT * FROM public.owners_by_number($3, $4, false, $2))
      SELECT r.id, ''4'' || r.%I FROM owners o CROSS JOIN LATERAL (
        SELECT id, %2$I FROM public.%3$I WHERE organization_id = $1 AND user_id = o.id AND deleted_at IS NULL AND %4$s) r
      LIMIT $2',
    format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, true)),
    name_column, relation, public.filter_condition(filters))
    USING public.current_organization(), most, words, relation <> 'devices';
END
$function$;
