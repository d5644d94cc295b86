CREATE OR REPLACE FUNCTION public.search_end_users(words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT * FROM public.search_records('users', 'sort_name', 'role = ''user'' AND deleted_at IS NULL', words, filters, most) $function$;

alter function search_end_users(jsonb,jsonb,integer) owner to wattdesk_lookup;

revoke all on function search_end_users(jsonb,jsonb,integer) from public;

grant execute on function search_end_users(jsonb,jsonb,integer) to wattdesk_app;
