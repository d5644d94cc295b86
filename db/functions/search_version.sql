CREATE OR REPLACE FUNCTION public.search_version()
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT 1::smallint $function$;
