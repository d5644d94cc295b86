CREATE OR REPLACE FUNCTION public.counted_power(power integer, connection_state text, deleted_at timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT CASE WHEN connection_state = 'connected' AND deleted_at IS NULL THEN coalesce(power, 0) ELSE 0 END::bigint $function$;
