CREATE OR REPLACE FUNCTION public.building_facet(is_deleted boolean, photovoltaic boolean, contracts integer, devices integer, country text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN NOT is_deleted THEN
    CASE WHEN photovoltaic THEN 1 ELSE 0 END
    + CASE WHEN contracts > 0 THEN 2 ELSE 0 END
    + CASE WHEN devices > 0 THEN 4 ELSE 0 END
    + 8 * public.country_number(country) END;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.device_facet(is_deleted boolean, kind text, manufacturer text, model text, lifecycle_state text, is_authenticated boolean, is_stale boolean, is_optimized boolean)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN NOT is_deleted THEN
    CASE WHEN is_optimized THEN 1 ELSE 0 END
    + 2 * CASE WHEN lifecycle_state = 'error' THEN 3 WHEN is_authenticated AND is_stale THEN 4 WHEN is_authenticated THEN 0
        WHEN lifecycle_state IN ('created', 'pending') THEN 2 WHEN lifecycle_state = 'revoked' THEN 5 ELSE 1 END
    + 16 * public.device_model_number(kind, manufacturer, model) END;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.end_user_facet(role text, is_deleted boolean, is_archived boolean, status text, buildings integer, contracts integer, devices integer, disconnected integer, country text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN role = 'user' AND NOT is_deleted THEN
    CASE WHEN is_archived THEN 3 WHEN status = 'invited' THEN 0 WHEN status = 'active' THEN 1 WHEN status = 'no-access' THEN 0 ELSE 2 END
    + CASE WHEN buildings > 0 THEN 4 ELSE 0 END
    + CASE WHEN contracts > 0 THEN 8 ELSE 0 END
    + CASE WHEN disconnected > 0 THEN 32 WHEN devices > 0 THEN 16 ELSE 0 END
    + 64 * public.country_number(country)
    + CASE WHEN status = 'no-access' AND NOT is_archived THEN 65536 ELSE 0 END END;
