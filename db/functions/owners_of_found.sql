CREATE OR REPLACE FUNCTION public.owners_of_found(words jsonb, is_nothing_found boolean, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF is_nothing_found OR NOT public.is_specific_search(words) THEN
    RETURN QUERY SELECT * FROM public.owners_by_number(words, true, is_nothing_found, most);
  END IF;
  IF public.lexeme_query(words, true) IS NOT NULL THEN
    RETURN QUERY EXECUTE format('SELECT user_id FROM public.buildings WHERE organization_id = $1 AND deleted_at IS NULL AND search_lexemes @@ %L::tsquery LIMIT $2',
      public.lexeme_query(words, true)) USING public.current_organization(), most;
  END IF;
END
$function$;
