CREATE OR REPLACE FUNCTION public.count_found_end_users(words jsonb, filters jsonb, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  number integer := 0;
  beginnings text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, true));
  counting text := 'SELECT count(*)::integer FROM (SELECT 1 FROM public.users WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND (%s) AND %s LIMIT $2) found';
BEGIN
  IF public.lexeme_query(words, true) IS NOT NULL THEN
    EXECUTE format(counting, beginnings, public.filter_condition(filters))
      INTO number USING public.current_organization(), most;
    IF number >= most OR number > 0 AND public.is_specific_search(words) THEN RETURN number; END IF;
  END IF;
  EXECUTE format(counting,
    CASE WHEN number > 0 THEN beginnings || ' OR ' ELSE '' END || public.fragment_condition(words, 'search_text'),
    public.filter_condition(filters))
    INTO number USING public.current_organization(), most;
  RETURN number;
END
$function$;

alter function count_found_end_users(jsonb,jsonb,integer) owner to wattdesk_lookup;

revoke all on function count_found_end_users(jsonb,jsonb,integer) from public;

grant execute on function count_found_end_users(jsonb,jsonb,integer) to wattdesk_app;
