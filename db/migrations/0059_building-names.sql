ALTER TABLE "buildings" ADD COLUMN "has_name" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.keep_name_of_buildings()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  NEW.has_name := coalesce(btrim(NEW.name), '') <> ''
    AND (TG_OP = 'INSERT' OR OLD.has_name OR NEW.name <> OLD.name);
  IF NOT NEW.has_name THEN
    NEW.name := coalesce(nullif(left(concat_ws(', ',
      nullif(concat_ws(' ', NEW.street_and_number, NEW.street_add_info), ''),
      nullif(concat_ws(' ', NEW.zip_code, NEW.town), '')), 100), ''), '–');
  END IF;
  RETURN NEW;
END
$function$;

CREATE OR REPLACE TRIGGER keep_name BEFORE INSERT OR UPDATE OF name, street_and_number, street_add_info, zip_code, town ON buildings FOR EACH ROW EXECUTE FUNCTION keep_name_of_buildings();
