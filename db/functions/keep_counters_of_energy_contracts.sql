CREATE OR REPLACE FUNCTION public.keep_counters_of_energy_contracts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.user_id = NEW.user_id AND OLD.building_id IS NOT DISTINCT FROM NEW.building_id THEN
      PERFORM keep_counters(NEW.organization_id, NEW.user_id, NEW.building_id, 'energy_contracts',
      CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE 0 END - CASE WHEN OLD.deleted_at IS NULL THEN 1 ELSE 0 END, 0);
    ELSE
      PERFORM keep_counters(OLD.organization_id, OLD.user_id, OLD.building_id, 'energy_contracts', -(CASE WHEN OLD.deleted_at IS NULL THEN 1 ELSE 0 END), -(0));
      PERFORM keep_counters(NEW.organization_id, NEW.user_id, NEW.building_id, 'energy_contracts', CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE 0 END, 0);
    END IF;
  ELSE
    UPDATE users u SET contract_count = u.contract_count + TG_ARGV[0]::integer * f.more
    FROM (SELECT organization_id, user_id, count(*)::integer AS more
      FROM changed WHERE deleted_at IS NULL GROUP BY 1, 2) f
    WHERE u.organization_id = f.organization_id AND u.id = f.user_id;
    UPDATE buildings b SET contract_count = b.contract_count + TG_ARGV[0]::integer * f.more
    FROM (SELECT organization_id, building_id, count(*)::integer AS more
      FROM changed WHERE deleted_at IS NULL GROUP BY 1, 2) f
    WHERE b.organization_id = f.organization_id AND b.id = f.building_id;
  END IF;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_counters_of_added AFTER INSERT ON energy_contracts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_counters_of_energy_contracts('1');

CREATE OR REPLACE TRIGGER keep_counters_of_moved AFTER UPDATE ON energy_contracts FOR EACH ROW WHEN (old.user_id IS DISTINCT FROM new.user_id OR old.deleted_at IS DISTINCT FROM new.deleted_at OR old.building_id IS DISTINCT FROM new.building_id) EXECUTE FUNCTION keep_counters_of_energy_contracts();

CREATE OR REPLACE TRIGGER keep_counters_of_removed AFTER DELETE ON energy_contracts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT WHEN (CURRENT_USER <> 'wattdesk_eraser'::name) EXECUTE FUNCTION keep_counters_of_energy_contracts('-1');
