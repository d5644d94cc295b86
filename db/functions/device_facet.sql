CREATE OR REPLACE FUNCTION public.device_facet(is_deleted boolean, kind text, manufacturer text, model text, lifecycle_state text, is_authenticated boolean, is_stale boolean, is_optimized boolean)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (NOT is_deleted) THEN ((CASE WHEN is_optimized THEN 1 ELSE 0 END + (2 * CASE WHEN (lifecycle_state = 'error'::text) THEN 3 WHEN (is_authenticated AND is_stale) THEN 4 WHEN is_authenticated THEN 0 WHEN (lifecycle_state = ANY (ARRAY['created'::text, 'pending'::text])) THEN 2 WHEN (lifecycle_state = 'revoked'::text) THEN 5 ELSE 1 END)) + (16 * device_model_number(kind, manufacturer, model))) ELSE NULL::bigint END;
