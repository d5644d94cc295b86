CREATE OR REPLACE FUNCTION public.keep_counters_of_devices()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.user_id = NEW.user_id AND OLD.building_id IS NOT DISTINCT FROM NEW.building_id THEN
      PERFORM keep_counters(NEW.organization_id, NEW.user_id, NEW.building_id, 'devices',
      CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE 0 END - CASE WHEN OLD.deleted_at IS NULL THEN 1 ELSE 0 END, 
      CASE WHEN NEW.deleted_at IS NULL AND NEW.connection_state = 'disconnected' THEN 1 ELSE 0 END - CASE WHEN OLD.deleted_at IS NULL AND OLD.connection_state = 'disconnected' THEN 1 ELSE 0 END);
    ELSE
      PERFORM keep_counters(OLD.organization_id, OLD.user_id, OLD.building_id, 'devices', -(CASE WHEN OLD.deleted_at IS NULL THEN 1 ELSE 0 END), -(CASE WHEN OLD.deleted_at IS NULL AND OLD.connection_state = 'disconnected' THEN 1 ELSE 0 END));
      PERFORM keep_counters(NEW.organization_id, NEW.user_id, NEW.building_id, 'devices', CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE 0 END, CASE WHEN NEW.deleted_at IS NULL AND NEW.connection_state = 'disconnected' THEN 1 ELSE 0 END);
    END IF;
  ELSE
    UPDATE users u SET device_count = u.device_count + TG_ARGV[0]::integer * f.more,
      disconnected_device_count = u.disconnected_device_count + TG_ARGV[0]::integer * f.disconnected
    FROM (SELECT organization_id, user_id, count(*)::integer AS more, (count(*) FILTER (WHERE connection_state = 'disconnected'))::integer AS disconnected
      FROM changed WHERE deleted_at IS NULL GROUP BY 1, 2) f
    WHERE u.organization_id = f.organization_id AND u.id = f.user_id;
    UPDATE buildings b SET device_count = b.device_count + TG_ARGV[0]::integer * f.more
    FROM (SELECT organization_id, building_id, count(*)::integer AS more
      FROM changed WHERE deleted_at IS NULL GROUP BY 1, 2) f
    WHERE b.organization_id = f.organization_id AND b.id = f.building_id;
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_counters_of_added AFTER INSERT ON devices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_counters_of_devices('1');

CREATE OR REPLACE TRIGGER keep_counters_of_moved AFTER UPDATE ON devices FOR EACH ROW WHEN (old.user_id IS DISTINCT FROM new.user_id OR old.deleted_at IS DISTINCT FROM new.deleted_at OR old.building_id IS DISTINCT FROM new.building_id OR old.connection_state IS DISTINCT FROM new.connection_state) EXECUTE FUNCTION keep_counters_of_devices();

CREATE OR REPLACE TRIGGER keep_counters_of_removed AFTER DELETE ON devices REFERENCING OLD TABLE AS changed FOR EACH STATEMENT WHEN (CURRENT_USER <> 'wattdesk_eraser'::name) EXECUTE FUNCTION keep_counters_of_devices('-1');
