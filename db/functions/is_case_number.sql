CREATE OR REPLACE FUNCTION public.is_case_number(words jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT jsonb_array_length(words) = 1 AND words #>> '{0,0}' ~ '^#[0-9]+$' $function$;
