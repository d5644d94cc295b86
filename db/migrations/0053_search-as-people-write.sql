ALTER TABLE "buildings" ADD COLUMN "search_version" smallint;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "search_version" smallint;--> statement-breakpoint
ALTER TABLE "buildings" ALTER COLUMN "search_text" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "buildings" ALTER COLUMN "search_text" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "buildings" ALTER COLUMN "search_lexemes" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "buildings" ALTER COLUMN "search_lexemes" SET DEFAULT ''::tsvector;--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.normalize_for_search(input text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT CASE WHEN octet_length(input) = length(input) THEN lower(translate(input, '`', '''')) ELSE
    lower(replace(replace(replace(replace(translate(
      regexp_replace(normalize(translate(input, '`´', ''''''), NFKD), '[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'),
      U&'\2018\2019\201b\02b9\02bb\02bc\02bd\02be\02bf\02c8\02ca\02cb\2032\2035\2010\2012\2013\2014\2015\2212\2043\02d7\2044\1680\2028\2029' || 'đĐðÐłŁøØıħĦŧŦŋŊĸƀɨʉƒǥǤȼȻẞÆŒÞς',
      '''''''''''''''''''''''''''''--------/   ddddllooihhttnnkbiufggccßæœþσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')) END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.common_spelling(normalized text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT regexp_replace(regexp_replace(replace(replace(regexp_replace(regexp_replace(normalized,
    '([a-z0-9])[''-]+(?=[a-z0-9])', '\1', 'g'),
    '([aou])e', '\1', 'g'), 'aa', 'a'), 'dj', 'd'),
    '(?<![a-z0-9])str(?![a-z0-9])', 'strasse', 'g'),
    '([a-z]{2,})str(?:asse)?(?![a-z0-9])', '\1strasse \1 strasse', 'g')
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.searchable_text(input text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  normalized text := normalize_for_search(input);
  spelled text := common_spelling(normalized);
BEGIN
  RETURN CASE WHEN spelled = normalized THEN normalized ELSE normalized || ' ' || spelled END;
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.search_version()
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT 1::smallint $function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.end_user_search_text(person users)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT public.searchable_text(concat_ws(' ',
    person.company_name, person.first_name, person.last_name, person.first_name, person.email, person.external_user_id,
    regexp_replace(person.phone, '[^0-9]', '', 'g'), ltrim(person.phone_international, '+'),
    person.street_and_number, person.zip_code, person.town))
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.building_search_text(building buildings)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT public.searchable_text(concat_ws(' ', building.name, building.street_and_number, building.zip_code, building.town))
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.keep_search_of_end_users()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  NEW.search_text := end_user_search_text(NEW);
  NEW.search_lexemes := lexemes_of(NEW.search_text);
  NEW.search_version := search_version();
  RETURN NEW;
END
$function$;

CREATE OR REPLACE TRIGGER keep_search BEFORE INSERT OR UPDATE OF email, company_name, external_user_id, first_name, last_name, phone, phone_international, street_and_number, zip_code, town, search_version ON users FOR EACH ROW EXECUTE FUNCTION keep_search_of_end_users();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.keep_search_of_buildings()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  NEW.search_text := building_search_text(NEW);
  NEW.search_lexemes := lexemes_of(NEW.search_text);
  NEW.search_version := search_version();
  RETURN NEW;
END
$function$;

CREATE OR REPLACE TRIGGER keep_search BEFORE INSERT OR UPDATE OF name, street_and_number, zip_code, town, search_version ON buildings FOR EACH ROW EXECUTE FUNCTION keep_search_of_buildings();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.rebuild_lists(organization uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE users SET search_text = end_user_search_text(users), search_lexemes = lexemes_of(end_user_search_text(users)), search_version = search_version()
  WHERE organization_id = organization AND search_version IS DISTINCT FROM search_version();
  UPDATE buildings SET search_text = building_search_text(buildings), search_lexemes = lexemes_of(building_search_text(buildings)), search_version = search_version()
  WHERE organization_id = organization AND search_version IS DISTINCT FROM search_version();
  UPDATE users u SET building_count = f.buildings, contract_count = f.contracts,
    device_count = f.devices, disconnected_device_count = f.disconnected
  FROM (
    SELECT p.id, coalesce(b.count, 0) AS buildings, coalesce(c.count, 0) AS contracts,
      coalesce(d.count, 0) AS devices, coalesce(d.disconnected, 0) AS disconnected
    FROM users p
    LEFT JOIN (SELECT user_id, count(*)::integer FROM buildings
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) b ON b.user_id = p.id
    LEFT JOIN (SELECT user_id, count(*)::integer FROM energy_contracts
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) c ON c.user_id = p.id
    LEFT JOIN (SELECT user_id, count(*)::integer, count(*) FILTER (WHERE connection_state = 'disconnected')::integer AS disconnected FROM devices
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) d ON d.user_id = p.id
    WHERE p.organization_id = organization AND p.role = 'user') f
  WHERE u.organization_id = organization AND u.id = f.id
    AND (u.building_count, u.contract_count, u.device_count, u.disconnected_device_count)
      IS DISTINCT FROM (f.buildings, f.contracts, f.devices, f.disconnected);
  UPDATE buildings t SET contract_count = f.contracts, device_count = f.devices
  FROM (
    SELECT p.id, coalesce(c.count, 0) AS contracts, coalesce(d.count, 0) AS devices
    FROM buildings p
    LEFT JOIN (SELECT building_id, count(*)::integer FROM energy_contracts
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY building_id) c ON c.building_id = p.id
    LEFT JOIN (SELECT building_id, count(*)::integer FROM devices
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY building_id) d ON d.building_id = p.id
    WHERE p.organization_id = organization) f
  WHERE t.organization_id = organization AND t.id = f.id
    AND (t.contract_count, t.device_count) IS DISTINCT FROM (f.contracts, f.devices);
  DELETE FROM list_counts WHERE organization_id = organization;
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT organization, 'end-user', facet, count(*) FROM users
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet
    UNION ALL SELECT organization, 'building', facet, count(*) FROM buildings
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet
    UNION ALL SELECT organization, 'device', facet, count(*) FROM devices
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet;
  INSERT INTO device_models (organization_id, number, kind, manufacturer, model)
    SELECT DISTINCT organization_id, device_model_number(kind, manufacturer, model), kind, manufacturer, model
    FROM devices WHERE organization_id = organization ON CONFLICT DO NOTHING;
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT organization_id, w FROM users, words_of_person(first_name, concat_ws(' ', company_name, last_name), street_and_number, town) w
    WHERE organization_id = organization AND role = 'user' AND deleted_at IS NULL ON CONFLICT DO NOTHING;
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.lexeme_query(words jsonb, is_beginning boolean)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT CASE WHEN count(*) = count(one) THEN string_agg('(' || one || ')', ' & ')::tsquery END FROM (
    SELECT (
      SELECT string_agg('(' || whole || ')', ' | ') FROM (
        SELECT (
          SELECT string_agg(quote_literal(lexeme), ' & ' ORDER BY part) || CASE WHEN is_beginning AND right(word, 1) <> '.' THEN ':*' ELSE '' END
          FROM regexp_split_to_table(word, '[^[:alnum:]]+') WITH ORDINALITY parts (lexeme, part)
          WHERE lexeme <> '' AND word ~ '^[[:alnum:]]' AND word ~ '[[:alnum:]][.]?$') AS whole
        FROM jsonb_array_elements_text(alternatives) word) alternative) AS one
    FROM jsonb_array_elements(words) alternatives) every
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.fragment_condition(words jsonb, text_column text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT coalesce(string_agg('(' || condition || ')', ' AND '), 'true') FROM (
    SELECT (
      SELECT string_agg(one, ' OR ') FROM (
        SELECT (
          SELECT string_agg(CASE
            WHEN right(part, 1) = '.' THEN
              CASE WHEN text_column = 'search_text' THEN format('search_lexemes @@ %L::tsquery', quote_literal(rtrim(part, '.'))) ELSE 'false' END
            WHEN length(part) < 3 AND text_column = 'search_text' AND part ~ '^[[:alnum:]]+$'
              THEN format('search_lexemes @@ %L::tsquery', quote_literal(part) || ':*')
            ELSE format('%I LIKE %L', text_column, '%' ||
              replace(replace(replace(part, chr(92), chr(92) || chr(92)), '%', chr(92) || '%'), '_', chr(92) || '_') || '%') END, ' AND ')
          FROM regexp_split_to_table(word, ' ') part) AS one
        FROM jsonb_array_elements_text(alternatives) word
        WHERE NOT EXISTS (
          SELECT FROM jsonb_array_elements_text(alternatives) shorter
          WHERE shorter <> word AND length(shorter) > 2 AND shorter ~ '^[[:alnum:]]+$' AND word ~ '^[[:alnum:]]+$' AND position(shorter IN word) > 0)
      ) alternative) AS condition
    FROM jsonb_array_elements(words) alternatives) conditions
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.is_specific_search(words jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT jsonb_array_length(words) > 1 OR jsonb_array_length(words -> 0) > 2
    OR words #>> '{0,0}' ~ '[[:alnum:]][^[:alnum:]]+[[:alnum:]]' OR words #>> '{0,0}' ~ '^[0-9]{7,}$'
$function$;
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
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.derive_person_columns()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  full_name text := trim(coalesce(NEW.last_name, '') || ' ' || coalesce(NEW.first_name, ''));
BEGIN
  NEW.email_normalized := coalesce(lower(NEW.email), '');
  NEW.sort_name := normalize_for_search(
    coalesce(NEW.company_name, nullif(full_name, ''), NEW.email, NEW.external_user_id, NEW.phone, ''));
  RETURN NEW;
END
$function$;

revoke all on function derive_person_columns() from public;

CREATE OR REPLACE TRIGGER derive_person_columns BEFORE INSERT OR UPDATE OF email, company_name, first_name, last_name, external_user_id, phone, search_version ON users FOR EACH ROW EXECUTE FUNCTION derive_person_columns();

ALTER TABLE users ENABLE ALWAYS TRIGGER derive_person_columns;
