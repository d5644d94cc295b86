CREATE OR REPLACE FUNCTION public.count_removed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT organization_id, TG_ARGV[0], facet, -count(*) FROM changed WHERE facet IS NOT NULL GROUP BY 1, 3;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER count_removed AFTER DELETE ON buildings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT WHEN (CURRENT_USER <> 'wattdesk_eraser'::name) EXECUTE FUNCTION count_removed('building');

CREATE OR REPLACE TRIGGER count_removed AFTER DELETE ON devices REFERENCING OLD TABLE AS changed FOR EACH STATEMENT WHEN (CURRENT_USER <> 'wattdesk_eraser'::name) EXECUTE FUNCTION count_removed('device');

CREATE OR REPLACE TRIGGER count_removed AFTER DELETE ON users REFERENCING OLD TABLE AS changed FOR EACH STATEMENT WHEN (CURRENT_USER <> 'wattdesk_eraser'::name) EXECUTE FUNCTION count_removed('end-user');
