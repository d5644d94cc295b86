CREATE OR REPLACE FUNCTION public.normalize_for_search(input text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
DECLARE
  folded text;
BEGIN
  IF octet_length(input) = length(input) THEN RETURN lower(replace(input, '`', '''')); END IF;
  folded := replace(regexp_replace(normalize(translate(input, '`´', ''''''), NFKD), '[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'), 'ß', 'ss');
  -- Comparing with every sign of the list takes longer than all before.
  IF octet_length(folded) = length(folded) THEN RETURN lower(folded); END IF;
  RETURN lower(replace(replace(replace(replace(translate(folded,
    U&'\2018\2019\201b\02b9\02bb\02bc\02bd\02be\02bf\02c8\02ca\02cb\2032\2035\2010\2012\2013\2014\2015\2212\2043\02d7\2044\1680\2028\2029' || 'đĐðÐłŁøØıħĦŧŦŋŊĸƀɨʉƒǥǤȼȻẞÆŒÞς',
    '''''''''''''''''''''''''''''--------/   ddddllooihhttnnkbiufggccßæœþσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'));
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.searchable_text(input text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
DECLARE
  normalized text := public.normalize_for_search(input);
  spelled text := public.common_spelling(normalized);
BEGIN
  RETURN CASE WHEN spelled = normalized THEN normalized ELSE normalized || ' ' || spelled END;
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.is_case_number(words jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT jsonb_array_length(words) = 1 AND words #>> '{0,0}' ~ '^#[0-9]+$' $function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.search_records(relation text, name_column text, condition text, words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  tier text;
  number integer := 0;
  found uuid[] := '{}';
  lexemes text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, false));
  beginnings text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, true));
  is_specific boolean := public.is_specific_search(words);
BEGIN
  IF public.is_case_number(words) THEN RETURN; END IF;
  FOREACH tier IN ARRAY ARRAY[lexemes, beginnings, public.fragment_condition(words, 'search_text')] LOOP
    number := number + 1;
    EXIT WHEN cardinality(found) >= most OR number = 3 AND cardinality(found) > 0 AND is_specific;
    CONTINUE WHEN number < 3 AND public.lexeme_query(words, false) IS NULL;
    FOR id, sort_value IN EXECUTE format(
      'SELECT id, %L || %I FROM public.%I WHERE organization_id = $1 AND %s AND %s AND %s AND id <> ALL ($2) LIMIT $3',
      number, name_column, relation, condition, tier, public.filter_condition(filters))
      USING public.current_organization(), found, most - cardinality(found)
    LOOP
      RETURN NEXT;
      found := array_append(found, id);
    END LOOP;
  END LOOP;
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.search_devices(serial_words jsonb, owner_words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT id, min(sort_value) FROM (
      (SELECT id, ''1'' || model_sort AS sort_value FROM public.devices
        WHERE organization_id = $1 AND deleted_at IS NULL AND %s AND %s LIMIT $2)
      UNION ALL SELECT * FROM public.search_by_owner(''devices'', ''model_sort'', $3, $4, $2)) found
    GROUP BY id LIMIT $2',
    CASE WHEN jsonb_array_length(serial_words) = 0 OR public.is_case_number(serial_words) THEN 'false' ELSE public.fragment_condition(serial_words, 'serial_search') END,
    public.filter_condition(filters))
    USING public.current_organization(), most, owner_words, filters;
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
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.owners_of_found(words jsonb, is_nothing_found boolean, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF is_nothing_found OR NOT public.is_specific_search(words) THEN
    RETURN QUERY SELECT * FROM public.owners_by_number(words, true, is_nothing_found, most);
  END IF;
  IF public.lexeme_query(words, true) IS NOT NULL THEN
    RETURN QUERY EXECUTE format('SELECT user_id FROM public.buildings WHERE organization_id = $1 AND deleted_at IS NULL AND search_lexemes @@ %L::tsquery LIMIT $2',
      public.lexeme_query(words, true)) USING public.current_organization(), most;
  END IF;
END
$function$;
