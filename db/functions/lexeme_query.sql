CREATE OR REPLACE FUNCTION public.lexeme_query(words jsonb, is_beginning boolean)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT CASE WHEN count(*) = count(one) THEN string_agg('(' || one || ')', ' & ')::tsquery END FROM (
    SELECT (
      SELECT string_agg('(' || whole || ')', ' | ') FROM (
        SELECT (
          SELECT string_agg(quote_literal(lexeme), ' & ' ORDER BY part) || CASE WHEN is_beginning AND right(word, 1) <> '.' THEN ':*' ELSE '' END
          FROM regexp_split_to_table(word, '[^[:alnum:]]+') WITH ORDINALITY parts (lexeme, part)
          WHERE lexeme <> '' AND word ~ '^[[:alnum:]]' AND word ~ '[[:alnum:]][.]?$') AS whole
        FROM jsonb_array_elements_text(alternatives) word) alternative) AS one
    FROM jsonb_array_elements(words) alternatives) every
$function$;
