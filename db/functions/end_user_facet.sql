CREATE OR REPLACE FUNCTION public.end_user_facet(role text, is_deleted boolean, is_archived boolean, status text, buildings integer, contracts integer, devices integer, disconnected integer, country text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT CASE WHEN role = 'user' AND NOT is_deleted THEN
    CASE WHEN is_archived THEN 3 WHEN status = 'invited' THEN 0 WHEN status = 'active' THEN 1 WHEN status = 'no-access' THEN 0 ELSE 2 END
    + CASE WHEN buildings > 0 THEN 4 ELSE 0 END
    + CASE WHEN contracts > 0 THEN 8 ELSE 0 END
    + CASE WHEN disconnected > 0 THEN 32 WHEN devices > 0 THEN 16 ELSE 0 END
    + 64 * public.country_number(country)
    + CASE WHEN status = 'no-access' AND NOT is_archived THEN 65536 ELSE 0 END END $function$;
