CREATE OR REPLACE FUNCTION public.device_model_number(kind text, manufacturer text, model text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT ('x' || substr(md5(kind || chr(31) || manufacturer || chr(31) || model), 1, 10))::bit(40)::bigint $function$;
