CREATE OR REPLACE FUNCTION public.fragment_condition(words jsonb, text_column text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT coalesce(string_agg('(' || condition || ')', ' AND '), 'true') FROM (
    SELECT (
      SELECT string_agg(one, ' OR ') FROM (
        SELECT (
          SELECT string_agg(CASE
            WHEN right(part, 1) = '.' THEN
              CASE WHEN text_column = 'search_text' THEN format('search_lexemes @@ %L::tsquery', quote_literal(rtrim(part, '.'))) ELSE 'false' END
            WHEN length(part) < 3 AND text_column = 'search_text' AND part ~ '^[[:alnum:]]+$'
              THEN format('search_lexemes @@ %L::tsquery', quote_literal(part) || ':*')
            ELSE format('%I LIKE %L', text_column, '%' ||
              replace(replace(replace(part, chr(92), chr(92) || chr(92)), '%', chr(92) || '%'), '_', chr(92) || '_') || '%') END, ' AND ')
          FROM regexp_split_to_table(word, ' ') part) AS one
        FROM jsonb_array_elements_text(alternatives) word
        WHERE NOT EXISTS (
          SELECT FROM jsonb_array_elements_text(alternatives) shorter
          WHERE shorter <> word AND length(shorter) > 2 AND shorter ~ '^[[:alnum:]]+$' AND word ~ '^[[:alnum:]]+$' AND position(shorter IN word) > 0)
      ) alternative) AS condition
    FROM jsonb_array_elements(words) alternatives) conditions
$function$;
