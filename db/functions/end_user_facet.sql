CREATE OR REPLACE FUNCTION public.end_user_facet(role text, is_deleted boolean, is_archived boolean, status text, buildings integer, contracts integer, devices integer, disconnected integer, country text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((role = 'user'::text) AND (NOT is_deleted)) THEN (((((CASE WHEN is_archived THEN 3 WHEN (status = 'invited'::text) THEN 0 WHEN (status = 'active'::text) THEN 1 WHEN (status = 'no-access'::text) THEN 0 ELSE 2 END + CASE WHEN (buildings > 0) THEN 4 ELSE 0 END) + CASE WHEN (contracts > 0) THEN 8 ELSE 0 END) + CASE WHEN (disconnected > 0) THEN 32 WHEN (devices > 0) THEN 16 ELSE 0 END) + (64 * country_number(country))) + CASE WHEN ((status = 'no-access'::text) AND (NOT is_archived)) THEN 65536 ELSE 0 END) ELSE NULL::bigint END;
