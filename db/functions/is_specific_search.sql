CREATE OR REPLACE FUNCTION public.is_specific_search(words jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT jsonb_array_length(words) > 1 OR jsonb_array_length(words -> 0) > 2
    OR words #>> '{0,0}' ~ '[[:alnum:]][^[:alnum:]]+[[:alnum:]]' OR words #>> '{0,0}' ~ '^[0-9]{7,}$'
$function$;
