CREATE OR REPLACE FUNCTION public.keep_tag_facet()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  SELECT facet, created_at INTO NEW.facet, NEW.created_at FROM users
  WHERE organization_id = NEW.organization_id AND id = NEW.user_id;
  RETURN NEW;
END
$function$;

revoke all on function keep_tag_facet() from public;

CREATE OR REPLACE TRIGGER keep_tag_facet BEFORE INSERT ON end_user_tags FOR EACH ROW EXECUTE FUNCTION keep_tag_facet();
