CREATE OR REPLACE FUNCTION public.searchable_text(input text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
DECLARE
  normalized text := public.normalize_for_search(input);
  spelled text := public.common_spelling(normalized);
BEGIN
  RETURN CASE WHEN spelled = normalized THEN normalized ELSE normalized || ' ' || spelled END;
END
$function$;
