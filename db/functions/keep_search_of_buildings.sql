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
