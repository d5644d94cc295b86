CREATE OR REPLACE FUNCTION public.count_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT organization_id, TG_ARGV[0], facet, count(*) FROM changed WHERE facet IS NOT NULL GROUP BY 1, 3;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER count_added AFTER INSERT ON buildings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_added('building');

CREATE OR REPLACE TRIGGER count_added AFTER INSERT ON devices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_added('device');

CREATE OR REPLACE TRIGGER count_added AFTER INSERT ON users REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_added('end-user');
