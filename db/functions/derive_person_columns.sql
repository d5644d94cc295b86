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
