CREATE OR REPLACE FUNCTION public.keep_counters_of_buildings()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.user_id = NEW.user_id THEN
      PERFORM keep_counters(NEW.organization_id, NEW.user_id, NULL, 'buildings',
      CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE 0 END - CASE WHEN OLD.deleted_at IS NULL THEN 1 ELSE 0 END, 0);
    ELSE
      PERFORM keep_counters(OLD.organization_id, OLD.user_id, NULL, 'buildings', -(CASE WHEN OLD.deleted_at IS NULL THEN 1 ELSE 0 END), -(0));
      PERFORM keep_counters(NEW.organization_id, NEW.user_id, NULL, 'buildings', CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE 0 END, 0);
    END IF;
  ELSE
    UPDATE users u SET building_count = u.building_count + TG_ARGV[0]::integer * f.more
    FROM (SELECT organization_id, user_id, count(*)::integer AS more
      FROM changed WHERE deleted_at IS NULL GROUP BY 1, 2) f
    WHERE u.organization_id = f.organization_id AND u.id = f.user_id;
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_counters_of_added AFTER INSERT ON buildings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_counters_of_buildings('1');

CREATE OR REPLACE TRIGGER keep_counters_of_moved AFTER UPDATE ON buildings FOR EACH ROW WHEN (old.user_id IS DISTINCT FROM new.user_id OR old.deleted_at IS DISTINCT FROM new.deleted_at) EXECUTE FUNCTION keep_counters_of_buildings();

CREATE OR REPLACE TRIGGER keep_counters_of_removed AFTER DELETE ON buildings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT WHEN (CURRENT_USER <> 'wattdesk_eraser'::name) EXECUTE FUNCTION keep_counters_of_buildings('-1');
