CREATE OR REPLACE FUNCTION public.keep_facets_of_tags()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE end_user_tags SET facet = NEW.facet WHERE organization_id = NEW.organization_id AND user_id = NEW.id;
  RETURN NULL;
END
$function$;

revoke all on function keep_facets_of_tags() from public;

CREATE OR REPLACE TRIGGER keep_facets_of_tags AFTER UPDATE ON users FOR EACH ROW WHEN (old.facet IS DISTINCT FROM new.facet) EXECUTE FUNCTION keep_facets_of_tags();
