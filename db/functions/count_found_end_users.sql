CREATE OR REPLACE FUNCTION public.count_found_end_users(words jsonb, filters jsonb, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  number integer := 0;
  others integer;
  own text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, true));
  counting text := 'SELECT count(*)::integer FROM (SELECT 1 FROM public.users WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND (%s) AND %s LIMIT $2) found';
BEGIN
  IF public.lexeme_query(words, true) IS NOT NULL THEN
    EXECUTE format(counting, own, public.filter_condition(filters))
      INTO number USING public.current_organization(), most;
  END IF;
  IF number >= most THEN RETURN number; END IF;
  IF public.is_case_number(words) THEN
    own := 'false';
  ELSIF number = 0 OR NOT public.is_specific_search(words) THEN
    own := CASE WHEN number > 0 THEN own || ' OR ' ELSE '' END || public.fragment_condition(words, 'search_text');
    EXECUTE format(counting, own, public.filter_condition(filters))
      INTO number USING public.current_organization(), most;
  END IF;
  IF number >= most THEN RETURN number; END IF;
  EXECUTE format(counting, format('id = ANY ($3) AND NOT (%s)', own), public.filter_condition(filters))
    INTO others USING public.current_organization(), most - number,
      ARRAY(SELECT DISTINCT o FROM public.owners_of_found(words, number = 0, most) o);
  RETURN number + others;
END
$function$;

alter function count_found_end_users(jsonb,jsonb,integer) owner to wattdesk_lookup;

revoke all on function count_found_end_users(jsonb,jsonb,integer) from public;

grant execute on function count_found_end_users(jsonb,jsonb,integer) to wattdesk_app;
