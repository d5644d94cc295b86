GRANT SELECT (meter_id, deleted_at) ON energy_contracts TO wattdesk_lookup;
--> statement-breakpoint
GRANT SELECT (number) ON cases TO wattdesk_lookup;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.meter_key(meter text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT regexp_replace(lower(meter), '[^a-z0-9]', '', 'g') $function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.owners_by_number(words jsonb, has_serials boolean, is_nothing_found boolean, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  organization uuid := public.current_organization();
  typed text := words #>> '{0,0}';
  meter text;
BEGIN
  IF jsonb_array_length(words) <> 1 THEN RETURN; END IF;
  IF typed ~ '^#[0-9]{1,9}$' OR is_nothing_found AND typed ~ '^[0-9]{1,9}$' THEN
    RETURN QUERY SELECT c.user_id FROM public.cases c
      WHERE c.organization_id = organization AND c.number = ltrim(typed, '#')::integer AND c.user_id IS NOT NULL;
  END IF;
  FOR meter IN SELECT DISTINCT public.meter_key(word) FROM jsonb_array_elements_text(words -> 0) word
    WHERE public.meter_key(word) ~ '^[a-z]{0,2}[0-9]{8,}$' AND NOT EXISTS (
      SELECT FROM jsonb_array_elements_text(words -> 0) shorter
      WHERE shorter <> word AND shorter ~ '^[0-9]{8,}$' AND position(shorter IN public.meter_key(word)) > 0)
  LOOP
    RETURN QUERY EXECUTE format('SELECT user_id FROM public.energy_contracts WHERE organization_id = $1 AND deleted_at IS NULL AND public.meter_key(meter_id) LIKE %L LIMIT $2',
      '%' || meter || '%') USING organization, most;
  END LOOP;
  IF has_serials AND length(typed) > 3 AND typed ~ '[0-9]' AND (is_nothing_found OR typed !~ '^0[0-9 ]{8,}$') THEN
    RETURN QUERY EXECUTE format('SELECT user_id FROM public.devices WHERE organization_id = $1 AND deleted_at IS NULL AND %s LIMIT $2',
      public.fragment_condition(words, 'serial_search')) USING organization, most;
  END IF;
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.owners_of_found(words jsonb, is_nothing_found boolean, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY SELECT * FROM public.owners_by_number(words, true, is_nothing_found, most);
  IF public.lexeme_query(words, true) IS NOT NULL THEN
    RETURN QUERY EXECUTE format('SELECT user_id FROM public.buildings WHERE organization_id = $1 AND deleted_at IS NULL AND search_lexemes @@ %L::tsquery LIMIT $2',
      public.lexeme_query(words, true)) USING public.current_organization(), most;
  END IF;
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.search_by_owner(relation text, name_column text, words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH owners AS MATERIALIZED (
        (SELECT id FROM public.users
        WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND %s LIMIT 20000)
        UNION SELECT * FROM public.owners_by_number($3, $4, false, $2))
      SELECT r.id, ''4'' || r.%I FROM owners o CROSS JOIN LATERAL (
        SELECT id, %2$I FROM public.%3$I WHERE organization_id = $1 AND user_id = o.id AND deleted_at IS NULL AND %4$s) r
      LIMIT $2',
    format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, true)),
    name_column, relation, public.filter_condition(filters))
    USING public.current_organization(), most, words, relation <> 'devices';
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.search_end_users(words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  found uuid[] := '{}';
BEGIN
  FOR id, sort_value IN
    SELECT * FROM public.search_records('users', 'sort_name', 'role = ''user'' AND deleted_at IS NULL', words, filters, most)
  LOOP
    RETURN NEXT;
    found := array_append(found, id);
  END LOOP;
  IF cardinality(found) < most THEN
    RETURN QUERY EXECUTE format(
      'SELECT id, ''5'' || sort_name FROM public.users WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL
        AND id = ANY ($2) AND id <> ALL ($3) AND %s LIMIT $4', public.filter_condition(filters))
      USING public.current_organization(),
        ARRAY(SELECT DISTINCT o FROM public.owners_of_found(words, cardinality(found) = 0, most) o), found, most - cardinality(found);
  END IF;
END
$function$;
--> statement-breakpoint
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
  IF number = 0 OR NOT public.is_specific_search(words) THEN
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
