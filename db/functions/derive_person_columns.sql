CREATE OR REPLACE FUNCTION public.derive_person_columns()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  full_name text := trim(coalesce(NEW.last_name, '') || ' ' || coalesce(NEW.first_name, ''));
  -- The first name once more, so that "Maria Huber" is found as well as "Huber Maria".
  words text := concat_ws(' ', NEW.company_name, NEW.first_name, NEW.last_name, NEW.first_name, NEW.email,
    NEW.external_user_id, regexp_replace(NEW.phone, '[^0-9]', '', 'g'), NEW.street_and_number, NEW.zip_code, NEW.town);
BEGIN
  NEW.email_normalized := coalesce(lower(NEW.email), '');
  NEW.sort_name := normalize_for_search(
    coalesce(NEW.company_name, nullif(full_name, ''), NEW.email, NEW.external_user_id, NEW.phone, ''));
  NEW.search_text := ' ' || normalize_for_search(words);
  NEW.search_lexemes := lexemes_of(words);
  RETURN NEW;
END
$function$;

revoke all on function derive_person_columns() from public;

CREATE OR REPLACE TRIGGER derive_person_columns BEFORE INSERT OR UPDATE OF email, company_name, first_name, last_name, external_user_id, phone, street_and_number, zip_code, town ON users FOR EACH ROW EXECUTE FUNCTION derive_person_columns();

ALTER TABLE users ENABLE ALWAYS TRIGGER derive_person_columns;
