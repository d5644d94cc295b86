CREATE OR REPLACE FUNCTION public.serial_condition(words jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  -- A number alone is found without its hyphens and spaces, too: those of a type plate are rarely typed.
  SELECT CASE WHEN jsonb_array_length(words) = 1 AND key ~ '[0-9]' AND length(key) > 3 THEN
      format('(%s OR serial_search LIKE %L OR serial_search ~ ''[^a-z0-9]'' AND public.meter_key(serial_search) LIKE %2$L)', condition, '%' || key || '%')
    ELSE condition END
  FROM (SELECT public.fragment_condition(words, 'serial_search') AS condition, public.meter_key(words #>> '{0,0}') AS key) typed
$function$;
