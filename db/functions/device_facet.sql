CREATE OR REPLACE FUNCTION public.device_facet(is_deleted boolean, kind text, manufacturer text, model text, lifecycle_state text, is_authenticated boolean, is_stale boolean, is_optimized boolean)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT CASE WHEN NOT is_deleted THEN
    CASE WHEN is_optimized THEN 1 ELSE 0 END
    + 2 * CASE WHEN lifecycle_state = 'error' THEN 3 WHEN is_authenticated AND is_stale THEN 4 WHEN is_authenticated THEN 0
        WHEN lifecycle_state IN ('created', 'pending') THEN 2 WHEN lifecycle_state = 'revoked' THEN 5 ELSE 1 END
    + 16 * public.device_model_number(kind, manufacturer, model) END $function$;
