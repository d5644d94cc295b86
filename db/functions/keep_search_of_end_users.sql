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
