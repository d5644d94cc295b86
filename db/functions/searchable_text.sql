CREATE OR REPLACE FUNCTION public.searchable_text(input text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  normalized text := normalize_for_search(input);
  spelled text := common_spelling(normalized);
BEGIN
  RETURN CASE WHEN spelled = normalized THEN normalized ELSE normalized || ' ' || spelled END;
END
$function$;
