CREATE OR REPLACE FUNCTION public.fragment_condition(words jsonb, text_column text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT coalesce(string_agg('(' || condition || ')', ' AND '), 'true') FROM (
    SELECT (
      SELECT string_agg(
        CASE WHEN length(word) < 3 AND text_column = 'search_text' AND word ~ '^[[:alnum:]]+$'
          THEN format('search_lexemes @@ %L::tsquery', quote_literal(word) || ':*')
          ELSE format('%I LIKE %L', text_column, '%' ||
            replace(replace(replace(word, chr(92), chr(92) || chr(92)), '%', chr(92) || '%'), '_', chr(92) || '_') || '%') END, ' OR ')
      FROM jsonb_array_elements_text(alternatives) word) AS condition
    FROM jsonb_array_elements(words) alternatives) conditions
$function$;
