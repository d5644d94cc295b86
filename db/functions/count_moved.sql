CREATE OR REPLACE FUNCTION public.count_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT NEW.organization_id, TG_ARGV[0], f.facet, f.count
    FROM (VALUES (OLD.facet, -1), (NEW.facet, 1)) f (facet, count) WHERE f.facet IS NOT NULL;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER count_moved AFTER UPDATE ON buildings FOR EACH ROW WHEN (old.facet IS DISTINCT FROM new.facet) EXECUTE FUNCTION count_moved('building');

CREATE OR REPLACE TRIGGER count_moved AFTER UPDATE ON devices FOR EACH ROW WHEN (old.facet IS DISTINCT FROM new.facet) EXECUTE FUNCTION count_moved('device');

CREATE OR REPLACE TRIGGER count_moved AFTER UPDATE ON users FOR EACH ROW WHEN (old.facet IS DISTINCT FROM new.facet) EXECUTE FUNCTION count_moved('end-user');
