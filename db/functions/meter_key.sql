CREATE OR REPLACE FUNCTION public.meter_key(meter text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT regexp_replace(lower(meter), '[^a-z0-9]', '', 'g') $function$;
