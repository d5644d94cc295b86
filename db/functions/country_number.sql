CREATE OR REPLACE FUNCTION public.country_number(country text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT coalesce((ascii(country) - 64) * 32 + ascii(substr(country, 2)) - 64, 0)::bigint $function$;
