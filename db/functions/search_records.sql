CREATE OR REPLACE FUNCTION public.search_records(relation text, name_column text, condition text, words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  tier text;
  number integer := 0;
  found uuid[] := '{}';
  lexemes text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, false));
  beginnings text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, true));
  is_specific boolean := public.is_specific_search(words);
BEGIN
  IF public.is_case_number(words) THEN RETURN; END IF;
  FOREACH tier IN ARRAY ARRAY[lexemes, beginnings, public.fragment_condition(words, 'search_text')] LOOP
    number := number + 1;
    EXIT WHEN cardinality(found) >= most OR number = 3 AND cardinality(found) > 0 AND is_specific;
    CONTINUE WHEN number < 3 AND public.lexeme_query(words, false) IS NULL;
    FOR id, sort_value IN EXECUTE format(
      'SELECT id, %L || %I FROM public.%I WHERE organization_id = $1 AND %s AND %s AND %s AND id <> ALL ($2) LIMIT $3',
      number, name_column, relation, condition, tier, public.filter_condition(filters))
      USING public.current_organization(), found, most - cardinality(found)
    LOOP
      RETURN NEXT;
      found := array_append(found, id);
    END LOOP;
  END LOOP;
END
$function$;
