CREATE OR REPLACE FUNCTION public.keep_added_search_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT organization_id, w FROM changed, words_of_person(first_name, concat_ws(' ', company_name, last_name), street_and_number, town) w
    WHERE role = 'user' ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_added_search_words AFTER INSERT ON users REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_added_search_words();
