CREATE TABLE "charge_policies" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"time_zone" text NOT NULL,
	"days" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "charge_policies_organization_id_device_id_pk" PRIMARY KEY("organization_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "connection_changes" (
	"organization_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"device_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"manufacturer" text NOT NULL,
	"before" text,
	"after" text NOT NULL,
	"reason" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "connection_changes_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "daily_readings" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"day" date NOT NULL,
	"hours" integer NOT NULL,
	"power_w" real,
	"outdoor_temperature" real,
	"indoor_temperature" real,
	"hot_water_temperature" real,
	"battery_level_percent" real,
	"household_power_w" real,
	"grid_power_w" real,
	"battery_power_w" real,
	"power_w_lowest" real,
	"outdoor_temperature_lowest" real,
	"indoor_temperature_lowest" real,
	"hot_water_temperature_lowest" real,
	"battery_level_percent_lowest" real,
	"household_power_w_lowest" real,
	"grid_power_w_lowest" real,
	"battery_power_w_lowest" real,
	"power_w_highest" real,
	"outdoor_temperature_highest" real,
	"indoor_temperature_highest" real,
	"hot_water_temperature_highest" real,
	"battery_level_percent_highest" real,
	"household_power_w_highest" real,
	"grid_power_w_highest" real,
	"battery_power_w_highest" real,
	CONSTRAINT "daily_readings_organization_id_device_id_day_pk" PRIMARY KEY("organization_id","device_id","day")
);
--> statement-breakpoint
CREATE TABLE "device_readings" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"measured_at" timestamp (3) with time zone NOT NULL,
	"power_w" real,
	"outdoor_temperature" real,
	"indoor_temperature" real,
	"hot_water_temperature" real,
	"battery_level_percent" real,
	"household_power_w" real,
	"grid_power_w" real,
	"battery_power_w" real,
	CONSTRAINT "device_readings_organization_id_device_id_measured_at_pk" PRIMARY KEY("organization_id","device_id","measured_at")
) PARTITION BY RANGE ("measured_at");
--> statement-breakpoint
CREATE TABLE "fleet_hours" (
	"organization_id" uuid NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"connected" integer NOT NULL,
	"disconnected" integer NOT NULL,
	"pending" integer NOT NULL,
	"failed" integer NOT NULL,
	"consumption_w" bigint NOT NULL,
	"production_w" bigint NOT NULL,
	CONSTRAINT "fleet_hours_organization_id_hour_pk" PRIMARY KEY("organization_id","hour")
);
--> statement-breakpoint
CREATE TABLE "fleet_power" (
	"organization_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"is_production" boolean NOT NULL,
	"watts" bigint NOT NULL,
	CONSTRAINT "fleet_power_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "hourly_readings" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"readings" integer NOT NULL,
	"power_w" real,
	"outdoor_temperature" real,
	"indoor_temperature" real,
	"hot_water_temperature" real,
	"battery_level_percent" real,
	"household_power_w" real,
	"grid_power_w" real,
	"battery_power_w" real,
	"power_w_lowest" real,
	"outdoor_temperature_lowest" real,
	"indoor_temperature_lowest" real,
	"hot_water_temperature_lowest" real,
	"battery_level_percent_lowest" real,
	"household_power_w_lowest" real,
	"grid_power_w_lowest" real,
	"battery_power_w_lowest" real,
	"power_w_highest" real,
	"outdoor_temperature_highest" real,
	"indoor_temperature_highest" real,
	"hot_water_temperature_highest" real,
	"battery_level_percent_highest" real,
	"household_power_w_highest" real,
	"grid_power_w_highest" real,
	"battery_power_w_highest" real,
	CONSTRAINT "hourly_readings_organization_id_device_id_hour_pk" PRIMARY KEY("organization_id","device_id","hour")
) PARTITION BY RANGE ("hour");
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "current_power_w" integer;--> statement-breakpoint
ALTER TABLE "charge_policies" ADD CONSTRAINT "charge_policies_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_changes" ADD CONSTRAINT "connection_changes_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fleet_hours" ADD CONSTRAINT "fleet_hours_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fleet_power" ADD CONSTRAINT "fleet_power_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_changes_by_device" ON "connection_changes" USING btree ("organization_id","device_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "connection_changes_by_user" ON "connection_changes" USING btree ("organization_id","user_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "connection_changes_to_disconnected" ON "connection_changes" USING btree ("organization_id","changed_at","manufacturer") WHERE after = 'disconnected';--> statement-breakpoint
CREATE INDEX "fleet_power_sums" ON "fleet_power" USING btree ("organization_id","is_production","watts");
--> statement-breakpoint
SELECT protect_tenant_table('charge_policies');
--> statement-breakpoint
SELECT protect_tenant_table('connection_changes');
--> statement-breakpoint
SELECT protect_tenant_table('daily_readings');
--> statement-breakpoint
SELECT protect_tenant_table('device_readings');
--> statement-breakpoint
SELECT protect_tenant_table('fleet_hours');
--> statement-breakpoint
SELECT protect_tenant_table('fleet_power');
--> statement-breakpoint
SELECT protect_tenant_table('hourly_readings');
--> statement-breakpoint
REVOKE UPDATE, DELETE ON device_readings FROM wattdesk_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON connection_changes FROM wattdesk_app;
--> statement-breakpoint
-- Makes the partitions of readings that the weeks around a moment need. The application reads them directly
-- as it reads other tables, but writes through their parents alone.
CREATE FUNCTION make_reading_partitions(around timestamptz) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  parent text;
  month timestamp;
  name text;
  made integer := 0;
BEGIN
  IF around NOT BETWEEN now() - interval '3 years' AND now() + interval '1 year' THEN
    RAISE EXCEPTION 'No partition is made so far from today.';
  END IF;
  FOREACH parent IN ARRAY ARRAY['device_readings', 'hourly_readings'] LOOP
    FOR month IN SELECT generate_series(
      date_trunc('month', around AT TIME ZONE 'UTC') - interval '2 months',
      date_trunc('month', around AT TIME ZONE 'UTC') + interval '1 month', interval '1 month')
    LOOP
      name := parent || to_char(month, '_YYYY_MM');
      CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
        name, parent, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
      PERFORM public.protect_tenant_table(('public.' || name)::regclass);
      EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON public.%I FROM wattdesk_app', name);
      made := made + 1;
    END LOOP;
  END LOOP;
  RETURN made;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION make_reading_partitions(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION make_reading_partitions(timestamptz) TO wattdesk_app;
--> statement-breakpoint
-- Drops the partitions whose readings have all outlived their time: single readings after 3 months, those of
-- hours after 25. The times stand here, so that nobody who may call this can have less kept.
CREATE FUNCTION drop_outlived_reading_partitions() RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  partition record;
  dropped integer := 0;
BEGIN
  FOR partition IN
    SELECT c.oid::regclass AS name,
      to_timestamp(right(c.relname, 7), 'YYYY_MM') + interval '1 month' AS ended,
      CASE p.relname WHEN 'device_readings' THEN interval '3 months' ELSE interval '25 months' END AS kept
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
    WHERE i.inhparent IN ('public.device_readings'::regclass, 'public.hourly_readings'::regclass)
  LOOP
    CONTINUE WHEN partition.ended > now() - partition.kept;
    EXECUTE format('DROP TABLE %s', partition.name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION drop_outlived_reading_partitions() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION drop_outlived_reading_partitions() TO wattdesk_app;
--> statement-breakpoint
SELECT make_reading_partitions(now());
--> statement-breakpoint
-- What became of an end-user's home by the minute names the person too. Only for one who has been deleted.
CREATE FUNCTION erase_telemetry_of_person(person uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  organization uuid := public.current_organization();
  owned uuid[];
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.users
    WHERE organization_id = organization AND id = person AND role = 'user' AND deleted_at IS NOT NULL)
  THEN RAISE EXCEPTION 'Only an end-user who has been deleted is erased.'; END IF;
  owned := ARRAY(SELECT id FROM public.devices WHERE organization_id = organization AND user_id = person);
  DELETE FROM public.device_readings WHERE organization_id = organization AND device_id = ANY (owned);
  DELETE FROM public.hourly_readings WHERE organization_id = organization AND device_id = ANY (owned);
  DELETE FROM public.daily_readings WHERE organization_id = organization AND device_id = ANY (owned);
  DELETE FROM public.connection_changes WHERE organization_id = organization AND user_id = person;
END
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_eraser;
--> statement-breakpoint
ALTER FUNCTION erase_telemetry_of_person(uuid) OWNER TO wattdesk_eraser;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_eraser;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_telemetry_of_person(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_telemetry_of_person(uuid) TO wattdesk_app;
--> statement-breakpoint
-- The power that counts: of connected devices that are there.
CREATE FUNCTION counted_power(power integer, connection_state text, deleted_at timestamptz) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN connection_state = 'connected' AND deleted_at IS NULL THEN coalesce(power, 0) ELSE 0 END::bigint $$;
--> statement-breakpoint
-- Writes down changes of connections, and what they and new readings do to the fleet's power. A device that
-- is disconnected from its first day on was connected before, since that is what disconnection means.
CREATE FUNCTION watch_added_devices() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO connection_changes (organization_id, device_id, user_id, manufacturer, before, after, reason, changed_at)
    SELECT organization_id, id, user_id, manufacturer, NULL,
      CASE WHEN disconnected_since IS NULL THEN connection_state ELSE 'connected' END, NULL, created_at FROM changed
    UNION ALL
    SELECT organization_id, id, user_id, manufacturer, 'connected', connection_state, lifecycle_error, disconnected_since
    FROM changed WHERE disconnected_since IS NOT NULL AND connection_state <> 'connected';
  INSERT INTO fleet_power (organization_id, is_production, watts)
    SELECT organization_id, kind = 'solar_inverter', sum(counted_power(current_power_w, connection_state, deleted_at))
    FROM changed GROUP BY 1, 2 HAVING sum(counted_power(current_power_w, connection_state, deleted_at)) <> 0;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION watch_changed_devices() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO connection_changes (organization_id, device_id, user_id, manufacturer, before, after, reason, changed_at)
    SELECT n.organization_id, n.id, n.user_id, n.manufacturer, o.connection_state, n.connection_state, n.lifecycle_error,
      CASE WHEN n.connection_state = 'disconnected' THEN coalesce(n.disconnected_since, now()) ELSE now() END
    FROM after n JOIN before o ON o.organization_id = n.organization_id AND o.id = n.id
    WHERE o.connection_state <> n.connection_state;
  INSERT INTO fleet_power (organization_id, is_production, watts)
    SELECT organization_id, is_production, sum(watts) FROM (
      SELECT organization_id, kind = 'solar_inverter' AS is_production,
        counted_power(current_power_w, connection_state, deleted_at) AS watts FROM after
      UNION ALL
      SELECT organization_id, kind = 'solar_inverter', -counted_power(current_power_w, connection_state, deleted_at)
      FROM before) change
    GROUP BY 1, 2 HAVING sum(watts) <> 0;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER watch_added AFTER INSERT ON devices REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION watch_added_devices();
--> statement-breakpoint
CREATE TRIGGER watch_changed AFTER UPDATE ON devices REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION watch_changed_devices();
--> statement-breakpoint
-- Makes one row of the many that say how the power changed.
CREATE FUNCTION fold_fleet_power() RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, public
  AS $$
  WITH gone AS (DELETE FROM fleet_power WHERE organization_id = current_organization() RETURNING *)
  INSERT INTO fleet_power (organization_id, is_production, watts)
  SELECT organization_id, is_production, sum(watts) FROM gone GROUP BY 1, 2 HAVING sum(watts) <> 0
$$;
--> statement-breakpoint
INSERT INTO connection_changes (organization_id, device_id, user_id, manufacturer, before, after, reason, changed_at)
  SELECT organization_id, id, user_id, manufacturer, NULL,
    CASE WHEN disconnected_since IS NULL THEN connection_state ELSE 'connected' END, NULL, created_at FROM devices
  UNION ALL
  SELECT organization_id, id, user_id, manufacturer, 'connected', connection_state, lifecycle_error, disconnected_since
  FROM devices WHERE disconnected_since IS NOT NULL AND connection_state <> 'connected';
