CREATE OR REPLACE FUNCTION public.keep_search_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT NEW.organization_id, w FROM words_of_person(NEW.first_name, concat_ws(' ', NEW.company_name, NEW.last_name), NEW.street_and_number, NEW.town) w
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_search_words AFTER UPDATE ON users FOR EACH ROW WHEN (new.role = 'user'::text AND (old.company_name IS DISTINCT FROM new.company_name OR old.first_name IS DISTINCT FROM new.first_name OR old.last_name IS DISTINCT FROM new.last_name OR old.street_and_number IS DISTINCT FROM new.street_and_number OR old.town IS DISTINCT FROM new.town)) EXECUTE FUNCTION keep_search_words();
