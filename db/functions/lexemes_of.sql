CREATE OR REPLACE FUNCTION public.lexemes_of(input text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT array_to_tsvector(array_remove(regexp_split_to_array(public.normalize_for_search(input), '[^[:alnum:]]+'), '')) $function$;
