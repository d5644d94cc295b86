-- The words of a text as lexemes that are their own: no language, only case and accents are folded.
CREATE FUNCTION lexemes_of(input text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT array_to_tsvector(array_remove(regexp_split_to_array(public.normalize_for_search(input), '[^[:alnum:]]+'), '')) $$;
--> statement-breakpoint
-- What a list can be filtered by and has few values is one number, a facet. Lists are indexed by it, and
-- counted by it. The layout is read back in lib/end-users/end-user-facet.ts and its like.
CREATE FUNCTION country_number(country text) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce((ascii(country) - 64) * 32 + ascii(substr(country, 2)) - 64, 0)::bigint $$;
--> statement-breakpoint
CREATE FUNCTION end_user_facet(role text, is_deleted boolean, is_archived boolean, status text, buildings integer, contracts integer, devices integer, disconnected integer, country text)
  RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN role = 'user' AND NOT is_deleted THEN
    CASE WHEN is_archived THEN 3 WHEN status = 'invited' THEN 0 WHEN status = 'active' THEN 1 ELSE 2 END
    + CASE WHEN buildings > 0 THEN 4 ELSE 0 END
    + CASE WHEN contracts > 0 THEN 8 ELSE 0 END
    + CASE WHEN disconnected > 0 THEN 32 WHEN devices > 0 THEN 16 ELSE 0 END
    + 64 * public.country_number(country) END $$;
--> statement-breakpoint
CREATE FUNCTION building_facet(is_deleted boolean, photovoltaic boolean, contracts integer, devices integer, country text)
  RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN NOT is_deleted THEN
    CASE WHEN photovoltaic THEN 1 ELSE 0 END
    + CASE WHEN contracts > 0 THEN 2 ELSE 0 END
    + CASE WHEN devices > 0 THEN 4 ELSE 0 END
    + 8 * public.country_number(country) END $$;
--> statement-breakpoint
-- 40 bits of a digest: two of an organization's few hundred models share a number once in a billion times.
CREATE FUNCTION device_model_number(kind text, manufacturer text, model text) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT ('x' || substr(md5(kind || chr(31) || manufacturer || chr(31) || model), 1, 10))::bit(40)::bigint $$;
--> statement-breakpoint
CREATE FUNCTION device_facet(is_deleted boolean, kind text, manufacturer text, model text, lifecycle_state text, is_authenticated boolean, is_optimized boolean)
  RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN NOT is_deleted THEN
    CASE WHEN is_optimized THEN 1 ELSE 0 END
    + CASE WHEN lifecycle_state = 'error' THEN 6 WHEN is_authenticated THEN 0
        WHEN lifecycle_state IN ('created', 'pending') THEN 4 ELSE 2 END
    + 8 * public.device_model_number(kind, manufacturer, model) END $$;
--> statement-breakpoint
CREATE TABLE "device_models" (
	"organization_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"manufacturer" text NOT NULL,
	"model" text NOT NULL,
	CONSTRAINT "device_models_organization_id_number_pk" PRIMARY KEY("organization_id","number")
);
--> statement-breakpoint
CREATE TABLE "list_counts" (
	"organization_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"list" text NOT NULL,
	"facet" bigint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "list_counts_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "list_counts_list" CHECK ("list_counts"."list" in ('end-user', 'building', 'device'))
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"organization_id" uuid NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	CONSTRAINT "search_words_organization_id_word_pk" PRIMARY KEY("organization_id","word")
);
--> statement-breakpoint
DROP INDEX "devices_by_kind";--> statement-breakpoint
DROP INDEX "devices_by_manufacturer";--> statement-breakpoint
DROP INDEX "devices_by_connection";--> statement-breakpoint
DROP INDEX "users_by_country_and_creation";--> statement-breakpoint
DROP INDEX "devices_by_last_seen";--> statement-breakpoint
DROP INDEX "devices_waiting_for_reconnection";--> statement-breakpoint
DROP INDEX "users_by_creation";--> statement-breakpoint
DROP INDEX "users_by_name";--> statement-breakpoint
DROP INDEX "users_by_email";--> statement-breakpoint
ALTER TABLE "users" drop column "search_text";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "search_text" text GENERATED ALWAYS AS ( normalize_for_search(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(first_name, '') || ' ' || email || ' ' || coalesce(external_user_id, '') || ' ' || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g') || ' ' || coalesce(street_and_number, '') || ' ' || coalesce(zip_code, '') || ' ' || coalesce(town, ''))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "contract_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "device_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "facet" bigint GENERATED ALWAYS AS (building_facet(deleted_at is not null, photovoltaic, contract_count, device_count, country)) STORED;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "name_sort" text GENERATED ALWAYS AS (normalize_for_search(name)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "search_text" text GENERATED ALWAYS AS (normalize_for_search(name || ' ' || coalesce(street_and_number, '') || ' ' || coalesce(zip_code, '') || ' ' || coalesce(town, ''))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "search_lexemes" "tsvector" GENERATED ALWAYS AS (lexemes_of(name || ' ' || coalesce(street_and_number, '') || ' ' || coalesce(zip_code, '') || ' ' || coalesce(town, ''))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "postal_code_sort" text COLLATE "C" GENERATED ALWAYS AS (coalesce(zip_code, '')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "facet" bigint GENERATED ALWAYS AS (device_facet(deleted_at is not null, kind, manufacturer, model, lifecycle_state, is_authenticated, is_smart_optimization_active)) STORED;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "last_seen_sort" timestamp (3) with time zone GENERATED ALWAYS AS (coalesce(current_state_last_updated_at, '-infinity'::timestamptz)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "serial_search" text GENERATED ALWAYS AS (normalize_for_search(coalesce(external_device_id, ''))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "building_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "contract_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "device_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "disconnected_device_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "facet" bigint GENERATED ALWAYS AS (end_user_facet(role, deleted_at is not null, archived_at is not null, status, building_count, contract_count, device_count, disconnected_device_count, country)) STORED;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_seen_sort" timestamp (3) with time zone GENERATED ALWAYS AS (coalesce(last_seen_at, '-infinity'::timestamptz)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "number_sort" text GENERATED ALWAYS AS (coalesce(external_user_id, '')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "postal_code_sort" text COLLATE "C" GENERATED ALWAYS AS (coalesce(zip_code, '')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "search_lexemes" "tsvector" GENERATED ALWAYS AS (lexemes_of(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || email || ' ' || coalesce(external_user_id, '') || ' ' || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g') || ' ' || coalesce(street_and_number, '') || ' ' || coalesce(zip_code, '') || ' ' || coalesce(town, ''))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "device_models" ADD CONSTRAINT "device_models_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_counts" ADD CONSTRAINT "list_counts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_counts_by_list" ON "list_counts" USING btree ("organization_id","list","facet","count");--> statement-breakpoint
CREATE INDEX "buildings_by_creation" ON "buildings" USING btree ("organization_id","created_at","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "buildings_by_name" ON "buildings" USING btree ("organization_id","name_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "buildings_by_postal_code" ON "buildings" USING btree ("organization_id","postal_code_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "buildings_by_facet_and_creation" ON "buildings" USING btree ("organization_id","facet","created_at","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "buildings_by_facet_and_name" ON "buildings" USING btree ("organization_id","facet","name_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "buildings_by_facet_and_postal_code" ON "buildings" USING btree ("organization_id","facet","postal_code_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "devices_by_facet_and_creation" ON "devices" USING btree ("organization_id","facet","created_at","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "devices_by_facet_and_model" ON "devices" USING btree ("organization_id","facet","model_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "devices_by_facet_and_last_seen" ON "devices" USING btree ("organization_id","facet","last_seen_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "devices_by_facet_and_disconnection" ON "devices" USING btree ("organization_id","facet","disconnected_since","id") WHERE disconnected_since is not null and connection_state = 'disconnected' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "users_by_number" ON "users" USING btree ("organization_id","role","number_sort","id") WHERE deleted_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "users_by_postal_code" ON "users" USING btree ("organization_id","role","postal_code_sort","id") WHERE deleted_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "users_by_last_seen" ON "users" USING btree ("organization_id","role","last_seen_sort","id") WHERE deleted_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "users_by_facet_and_creation" ON "users" USING btree ("organization_id","facet","created_at","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "users_by_facet_and_name" ON "users" USING btree ("organization_id","facet","sort_name","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "users_by_facet_and_email" ON "users" USING btree ("organization_id","facet","email_normalized","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "users_by_facet_and_number" ON "users" USING btree ("organization_id","facet","number_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "users_by_facet_and_postal_code" ON "users" USING btree ("organization_id","facet","postal_code_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "users_by_facet_and_last_seen" ON "users" USING btree ("organization_id","facet","last_seen_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "devices_by_last_seen" ON "devices" USING btree ("organization_id","last_seen_sort","id") WHERE "devices"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "devices_waiting_for_reconnection" ON "devices" USING btree ("organization_id","disconnected_since","id") WHERE disconnected_since is not null and connection_state = 'disconnected' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "users_by_creation" ON "users" USING btree ("organization_id","role","created_at","id") WHERE deleted_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "users_by_name" ON "users" USING btree ("organization_id","role","sort_name","id") WHERE deleted_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "users_by_email" ON "users" USING btree ("organization_id","role","email_normalized","id") WHERE deleted_at is null and archived_at is null;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_latitude" CHECK ("buildings"."latitude" between -90 and 90);--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_longitude" CHECK ("buildings"."longitude" between -180 and 180);
--> statement-breakpoint
SELECT protect_tenant_table('list_counts');
--> statement-breakpoint
SELECT protect_tenant_table('device_models');
--> statement-breakpoint
SELECT protect_tenant_table('search_words');
--> statement-breakpoint
CREATE INDEX users_search ON users USING gin (organization_id, search_text gin_trgm_ops)
  WHERE role = 'user' AND deleted_at IS NULL;
--> statement-breakpoint
CREATE INDEX users_lexemes ON users USING gin (organization_id, search_lexemes)
  WHERE role = 'user' AND deleted_at IS NULL;
--> statement-breakpoint
CREATE INDEX buildings_lexemes ON buildings USING gin (organization_id, search_lexemes)
  WHERE deleted_at IS NULL;
--> statement-breakpoint
CREATE INDEX buildings_search ON buildings USING gin (organization_id, search_text gin_trgm_ops)
  WHERE deleted_at IS NULL;
--> statement-breakpoint
CREATE INDEX devices_serial_search ON devices USING gin (organization_id, serial_search gin_trgm_ops)
  WHERE deleted_at IS NULL;
--> statement-breakpoint
CREATE FUNCTION words_of_person(first_name text, last_name text, street text, town text) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT word FROM regexp_split_to_table(public.normalize_for_search(concat_ws(' ', first_name, last_name, street, town)), '[^[:alpha:]]+') word
    WHERE length(word) BETWEEN 4 AND 60 $$;
--> statement-breakpoint
-- Brings counters, counts, models and words of an organization in line with its records: for records that
-- were loaded past the triggers, and to mend what should never have gone astray.
CREATE FUNCTION rebuild_lists(organization uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  UPDATE users u SET building_count = f.buildings, contract_count = f.contracts,
    device_count = f.devices, disconnected_device_count = f.disconnected
  FROM (
    SELECT p.id, coalesce(b.count, 0) AS buildings, coalesce(c.count, 0) AS contracts,
      coalesce(d.count, 0) AS devices, coalesce(d.disconnected, 0) AS disconnected
    FROM users p
    LEFT JOIN (SELECT user_id, count(*)::integer FROM buildings
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) b ON b.user_id = p.id
    LEFT JOIN (SELECT user_id, count(*)::integer FROM energy_contracts
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) c ON c.user_id = p.id
    LEFT JOIN (SELECT user_id, count(*)::integer, count(*) FILTER (WHERE connection_state = 'disconnected')::integer AS disconnected FROM devices
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) d ON d.user_id = p.id
    WHERE p.organization_id = organization AND p.role = 'user') f
  WHERE u.organization_id = organization AND u.id = f.id
    AND (u.building_count, u.contract_count, u.device_count, u.disconnected_device_count)
      IS DISTINCT FROM (f.buildings, f.contracts, f.devices, f.disconnected);
  UPDATE buildings t SET contract_count = f.contracts, device_count = f.devices
  FROM (
    SELECT p.id, coalesce(c.count, 0) AS contracts, coalesce(d.count, 0) AS devices
    FROM buildings p
    LEFT JOIN (SELECT building_id, count(*)::integer FROM energy_contracts
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY building_id) c ON c.building_id = p.id
    LEFT JOIN (SELECT building_id, count(*)::integer FROM devices
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY building_id) d ON d.building_id = p.id
    WHERE p.organization_id = organization) f
  WHERE t.organization_id = organization AND t.id = f.id
    AND (t.contract_count, t.device_count) IS DISTINCT FROM (f.contracts, f.devices);
  DELETE FROM list_counts WHERE organization_id = organization;
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT organization, 'end-user', facet, count(*) FROM users
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet
    UNION ALL SELECT organization, 'building', facet, count(*) FROM buildings
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet
    UNION ALL SELECT organization, 'device', facet, count(*) FROM devices
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet;
  INSERT INTO device_models (organization_id, number, kind, manufacturer, model)
    SELECT DISTINCT organization_id, device_model_number(kind, manufacturer, model), kind, manufacturer, model
    FROM devices WHERE organization_id = organization ON CONFLICT DO NOTHING;
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT organization_id, w FROM users, words_of_person(first_name, last_name, street_and_number, town) w
    WHERE organization_id = organization AND role = 'user' AND deleted_at IS NULL ON CONFLICT DO NOTHING;
END
$$;
--> statement-breakpoint
SELECT rebuild_lists(id) FROM organizations;
--> statement-breakpoint
-- Folds the rows of each facet into one. Rows that others are just adding stay for the next time.
CREATE FUNCTION fold_list_counts() RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, public
  AS $$
  WITH gone AS (DELETE FROM list_counts WHERE organization_id = current_organization() RETURNING *)
  INSERT INTO list_counts (organization_id, list, facet, count)
  SELECT organization_id, list, facet, sum(count) FROM gone GROUP BY 1, 2, 3 HAVING sum(count) <> 0
$$;
--> statement-breakpoint
CREATE FUNCTION count_added() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT organization_id, TG_ARGV[0], facet, count(*) FROM changed WHERE facet IS NOT NULL GROUP BY 1, 3;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION count_removed() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT organization_id, TG_ARGV[0], facet, -count(*) FROM changed WHERE facet IS NOT NULL GROUP BY 1, 3;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION count_moved() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT NEW.organization_id, TG_ARGV[0], f.facet, f.count
    FROM (VALUES (OLD.facet, -1), (NEW.facet, 1)) f (facet, count) WHERE f.facet IS NOT NULL;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Whoever deletes a whole organization needs no counts of what is left on the way.
CREATE TRIGGER count_added AFTER INSERT ON users REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_added('end-user');
--> statement-breakpoint
CREATE TRIGGER count_removed AFTER DELETE ON users REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_user <> 'wattdesk_eraser') EXECUTE FUNCTION count_removed('end-user');
--> statement-breakpoint
CREATE TRIGGER count_moved AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.facet IS DISTINCT FROM NEW.facet) EXECUTE FUNCTION count_moved('end-user');
--> statement-breakpoint
CREATE TRIGGER count_added AFTER INSERT ON buildings REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_added('building');
--> statement-breakpoint
CREATE TRIGGER count_removed AFTER DELETE ON buildings REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_user <> 'wattdesk_eraser') EXECUTE FUNCTION count_removed('building');
--> statement-breakpoint
CREATE TRIGGER count_moved AFTER UPDATE ON buildings FOR EACH ROW
  WHEN (OLD.facet IS DISTINCT FROM NEW.facet) EXECUTE FUNCTION count_moved('building');
--> statement-breakpoint
CREATE TRIGGER count_added AFTER INSERT ON devices REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_added('device');
--> statement-breakpoint
CREATE TRIGGER count_removed AFTER DELETE ON devices REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_user <> 'wattdesk_eraser') EXECUTE FUNCTION count_removed('device');
--> statement-breakpoint
CREATE TRIGGER count_moved AFTER UPDATE ON devices FOR EACH ROW
  WHEN (OLD.facet IS DISTINCT FROM NEW.facet) EXECUTE FUNCTION count_moved('device');
--> statement-breakpoint
-- Counters of whoever owns what is added, taken away or moved. An end-user and a building are told apart
-- from what they were only where something about them changes.
CREATE FUNCTION keep_counters(organization uuid, owner uuid, building uuid, of text, by integer, disconnected_by integer)
  RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  UPDATE users SET
    building_count = building_count + CASE of WHEN 'buildings' THEN by ELSE 0 END,
    contract_count = contract_count + CASE of WHEN 'energy_contracts' THEN by ELSE 0 END,
    device_count = device_count + CASE of WHEN 'devices' THEN by ELSE 0 END,
    disconnected_device_count = disconnected_device_count + disconnected_by
  WHERE organization_id = organization AND id = owner AND (by <> 0 OR disconnected_by <> 0);
  UPDATE buildings SET
    contract_count = contract_count + CASE of WHEN 'energy_contracts' THEN by ELSE 0 END,
    device_count = device_count + CASE of WHEN 'devices' THEN by ELSE 0 END
  WHERE organization_id = organization AND id = building AND by <> 0;
END
$$;
--> statement-breakpoint
CREATE FUNCTION keep_counters_of_buildings() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
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
$$;
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_added AFTER INSERT ON buildings REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_counters_of_buildings('1');
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_removed AFTER DELETE ON buildings REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_user <> 'wattdesk_eraser') EXECUTE FUNCTION keep_counters_of_buildings('-1');
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_moved AFTER UPDATE ON buildings FOR EACH ROW
  WHEN (OLD.user_id IS DISTINCT FROM NEW.user_id OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at)
  EXECUTE FUNCTION keep_counters_of_buildings();
--> statement-breakpoint
CREATE FUNCTION keep_counters_of_energy_contracts() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
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
$$;
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_added AFTER INSERT ON energy_contracts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_counters_of_energy_contracts('1');
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_removed AFTER DELETE ON energy_contracts REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_user <> 'wattdesk_eraser') EXECUTE FUNCTION keep_counters_of_energy_contracts('-1');
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_moved AFTER UPDATE ON energy_contracts FOR EACH ROW
  WHEN (OLD.user_id IS DISTINCT FROM NEW.user_id OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at OR OLD.building_id IS DISTINCT FROM NEW.building_id)
  EXECUTE FUNCTION keep_counters_of_energy_contracts();
--> statement-breakpoint
CREATE FUNCTION keep_counters_of_devices() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
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
$$;
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_added AFTER INSERT ON devices REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_counters_of_devices('1');
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_removed AFTER DELETE ON devices REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (current_user <> 'wattdesk_eraser') EXECUTE FUNCTION keep_counters_of_devices('-1');
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_moved AFTER UPDATE ON devices FOR EACH ROW
  WHEN (OLD.user_id IS DISTINCT FROM NEW.user_id OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at OR OLD.building_id IS DISTINCT FROM NEW.building_id OR OLD.connection_state IS DISTINCT FROM NEW.connection_state)
  EXECUTE FUNCTION keep_counters_of_devices();
--> statement-breakpoint
CREATE FUNCTION keep_device_models() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO device_models (organization_id, number, kind, manufacturer, model)
    SELECT DISTINCT organization_id, device_model_number(kind, manufacturer, model), kind, manufacturer, model
    FROM changed ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_device_models AFTER INSERT ON devices REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_device_models();
--> statement-breakpoint
CREATE FUNCTION keep_search_words() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT NEW.organization_id, w FROM words_of_person(NEW.first_name, NEW.last_name, NEW.street_and_number, NEW.town) w
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION keep_added_search_words() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT organization_id, w FROM changed, words_of_person(first_name, last_name, street_and_number, town) w
    WHERE role = 'user' ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_added_search_words AFTER INSERT ON users REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_added_search_words();
--> statement-breakpoint
CREATE TRIGGER keep_search_words AFTER UPDATE ON users FOR EACH ROW
  WHEN (NEW.role = 'user' AND (OLD.first_name, OLD.last_name, OLD.street_and_number, OLD.town)
    IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.street_and_number, NEW.town))
  EXECUTE FUNCTION keep_search_words();
--> statement-breakpoint
GRANT SELECT (search_text, search_lexemes, sort_name, facet, created_at, last_seen_sort, postal_code_sort) ON users TO wattdesk_lookup;
--> statement-breakpoint
GRANT SELECT (model_sort, serial_search, facet, created_at, last_seen_sort, disconnected_since, connection_state, deleted_at) ON devices TO wattdesk_lookup;
--> statement-breakpoint
GRANT SELECT (organization_id, id, user_id, search_text, search_lexemes, name_sort, facet, postal_code_sort, created_at, deleted_at) ON buildings TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON buildings FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
DROP FUNCTION search_end_users(text[], integer);
--> statement-breakpoint
-- A search is a list of words, each a list of what it may have meant: one of them must occur. This is the
-- query for whole words, or for beginnings (of the last part, where signs divide a word); null when a word begins or ends with a sign, which lexemes lack.
CREATE FUNCTION lexeme_query(words jsonb, is_beginning boolean) RETURNS tsquery
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public
  AS $$
  SELECT CASE WHEN count(*) = count(one) THEN string_agg('(' || one || ')', ' & ')::tsquery END FROM (
    SELECT (
      SELECT string_agg('(' || whole || ')', ' | ') FROM (
        SELECT (
          SELECT string_agg(quote_literal(lexeme), ' & ' ORDER BY part) || CASE WHEN is_beginning THEN ':*' ELSE '' END
          FROM regexp_split_to_table(word, '[^[:alnum:]]+') WITH ORDINALITY parts (lexeme, part)
          WHERE lexeme <> '' AND word ~ '^[[:alnum:]]' AND word ~ '[[:alnum:]]$') AS whole
        FROM jsonb_array_elements_text(alternatives) word) alternative) AS one
    FROM jsonb_array_elements(words) alternatives) every
$$;
--> statement-breakpoint
-- The condition for fragments. Words of two letters only begin a word: three make the least trigram.
CREATE FUNCTION fragment_condition(words jsonb, text_column text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public
  AS $$
  SELECT coalesce(string_agg('(' || condition || ')', ' AND '), 'true') FROM (
    SELECT (
      SELECT string_agg(
        CASE WHEN length(word) < 3 AND text_column = 'search_text' AND word ~ '^[[:alnum:]]+$'
          THEN format('search_lexemes @@ %L::tsquery', quote_literal(word) || ':*')
          ELSE format('%I LIKE %L', text_column, '%' ||
            replace(replace(replace(word, chr(92), chr(92) || chr(92)), '%', chr(92) || '%'), '_', chr(92) || '_') || '%') END, ' OR ')
      FROM jsonb_array_elements_text(alternatives) word) AS condition
    FROM jsonb_array_elements(words) alternatives) conditions
$$;
--> statement-breakpoint
-- The filters beside a search. The facet is no bare column here: what is searched for has its own index,
-- and the one of facets would only look as if it were better.
CREATE FUNCTION filter_condition(filters jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public
  AS $$
  SELECT coalesce(string_agg(condition, ' AND '), 'true') FROM (
    SELECT format('facet + 0 = ANY (%L::bigint[])', (SELECT coalesce(array_agg(f), '{}') FROM jsonb_array_elements_text(filters -> 'facets') f)) AS condition
      WHERE filters ? 'facets'
    UNION ALL SELECT format('created_at >= %L', filters ->> 'createdFrom') WHERE filters ? 'createdFrom'
    UNION ALL SELECT format('created_at < %L', filters ->> 'createdBefore') WHERE filters ? 'createdBefore'
    UNION ALL SELECT format('last_seen_sort >= %L', filters ->> 'seenFrom') WHERE filters ? 'seenFrom'
    UNION ALL SELECT format('last_seen_sort < %L', filters ->> 'seenBefore') WHERE filters ? 'seenBefore'
    UNION ALL SELECT format('connection_state = %L AND disconnected_since < %L', 'disconnected', filters ->> 'waitingSince') WHERE filters ? 'waitingSince'
    UNION ALL SELECT format('starts_with(postal_code_sort, %L)', filters ->> 'postalCode') WHERE filters ? 'postalCode'
  ) conditions
$$;
--> statement-breakpoint
-- The best matches among the records of a table: whole words before beginnings of words before fragments,
-- each looked for only while there is room. Several words that were found are no fragments. `sort_value` begins with how good a match is, then the name.
CREATE FUNCTION search_records(relation text, name_column text, condition text, words jsonb, filters jsonb, most integer)
  RETURNS TABLE (id uuid, sort_value text)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public
  AS $$
DECLARE
  tier text;
  number integer := 0;
  found uuid[] := '{}';
  lexemes text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, false));
  beginnings text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, true));
  is_several boolean := numnode(public.lexeme_query(words, false)) > 1;
BEGIN
  FOREACH tier IN ARRAY ARRAY[lexemes, beginnings, public.fragment_condition(words, 'search_text')] LOOP
    number := number + 1;
    EXIT WHEN cardinality(found) >= most OR number = 3 AND cardinality(found) > 0 AND is_several;
    CONTINUE WHEN number < 3 AND public.lexeme_query(words, false) IS NULL;
    FOR id, sort_value IN EXECUTE format(
      'SELECT id, %L || %I FROM public.%I WHERE organization_id = $1 AND %s AND %s AND %s AND id <> ALL ($2) LIMIT $3',
      number, name_column, relation, condition, tier, public.filter_condition(filters))
      USING public.current_organization(), found, most - cardinality(found)
    LOOP
      RETURN NEXT;
      found := array_append(found, id);
    END LOOP;
  END LOOP;
END
$$;
--> statement-breakpoint
-- LIKE and @@ are not leakproof, so under row-level security the planner leaves their indexes alone. These
-- functions run as wattdesk_lookup, as those before them, and return ids only.
CREATE FUNCTION search_end_users(words jsonb, filters jsonb, most integer) RETURNS TABLE (id uuid, sort_value text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT * FROM public.search_records('users', 'sort_name', 'role = ''user'' AND deleted_at IS NULL', words, filters, most) $$;
--> statement-breakpoint
-- How many end-users a search finds, counted up to `most`.
CREATE FUNCTION count_found_end_users(words jsonb, filters jsonb, most integer) RETURNS integer
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  number integer := 0;
  beginnings text := format('search_lexemes @@ %L::tsquery', public.lexeme_query(words, true));
  counting text := 'SELECT count(*)::integer FROM (SELECT 1 FROM public.users WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND (%s) AND %s LIMIT $2) found';
BEGIN
  IF public.lexeme_query(words, true) IS NOT NULL THEN
    EXECUTE format(counting, beginnings, public.filter_condition(filters))
      INTO number USING public.current_organization(), most;
    IF number >= most OR number > 0 AND numnode(public.lexeme_query(words, false)) > 1 THEN RETURN number; END IF;
  END IF;
  EXECUTE format(counting,
    CASE WHEN number > 0 THEN beginnings || ' OR ' ELSE '' END || public.fragment_condition(words, 'search_text'),
    public.filter_condition(filters))
    INTO number USING public.current_organization(), most;
  RETURN number;
END
$$;
--> statement-breakpoint
-- Records of end-users who are found by whole words or their beginnings.
CREATE FUNCTION search_by_owner(relation text, name_column text, words jsonb, filters jsonb, most integer)
  RETURNS TABLE (id uuid, sort_value text)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public
  AS $$
BEGIN
  IF public.lexeme_query(words, true) IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE format(
    'WITH owners AS MATERIALIZED (
        SELECT id FROM public.users
        WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND search_lexemes @@ %L::tsquery LIMIT 20000)
      SELECT r.id, ''4'' || r.%I FROM owners o CROSS JOIN LATERAL (
        SELECT id, %2$I FROM public.%3$I WHERE organization_id = $1 AND user_id = o.id AND deleted_at IS NULL AND %4$s) r
      LIMIT $2',
    public.lexeme_query(words, true), name_column, relation, public.filter_condition(filters))
    USING public.current_organization(), most;
END
$$;
--> statement-breakpoint
-- Buildings by their own words, then those of end-users who are found.
CREATE FUNCTION search_buildings(words jsonb, filters jsonb, most integer) RETURNS TABLE (id uuid, sort_value text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
  SELECT id, min(sort_value) FROM (
    SELECT * FROM public.search_records('buildings', 'name_sort', 'deleted_at IS NULL', words, filters, most)
    UNION ALL SELECT * FROM public.search_by_owner('buildings', 'name_sort', words, filters, most)) found
  GROUP BY id LIMIT most
$$;
--> statement-breakpoint
-- Devices by fragments of serial numbers, then those of end-users who are found. An empty list of words finds
-- nothing.
CREATE FUNCTION search_devices(serial_words jsonb, owner_words jsonb, filters jsonb, most integer) RETURNS TABLE (id uuid, sort_value text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT id, min(sort_value) FROM (
      (SELECT id, ''1'' || model_sort AS sort_value FROM public.devices
        WHERE organization_id = $1 AND deleted_at IS NULL AND %s AND %s LIMIT $2)
      UNION ALL SELECT * FROM public.search_by_owner(''devices'', ''model_sort'', $3, $4, $2)) found
    GROUP BY id LIMIT $2',
    CASE WHEN jsonb_array_length(serial_words) = 0 THEN 'false' ELSE public.fragment_condition(serial_words, 'serial_search') END,
    public.filter_condition(filters))
    USING public.current_organization(), most, owner_words, filters;
END
$$;
--> statement-breakpoint
-- Those of the given words (all that are kept, when none are given) that no end-user has any more.
CREATE FUNCTION unused_search_words(words text[]) RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  kept text;
  is_used boolean;
BEGIN
  FOR kept IN SELECT w.word FROM public.search_words w
    WHERE w.organization_id = public.current_organization() AND (words IS NULL OR w.word = ANY (words))
  LOOP
    EXECUTE 'SELECT EXISTS (SELECT FROM public.users WHERE organization_id = $1 AND role = ''user'' AND deleted_at IS NULL AND search_lexemes @@ $2)'
      INTO is_used USING public.current_organization(), (quote_literal(kept) || ':*')::tsquery;
    IF NOT is_used THEN RETURN NEXT kept; END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT (organization_id, word) ON search_words TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON search_words FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION search_end_users(jsonb, jsonb, integer) OWNER TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION count_found_end_users(jsonb, jsonb, integer) OWNER TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION search_buildings(jsonb, jsonb, integer) OWNER TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION search_devices(jsonb, jsonb, jsonb, integer) OWNER TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION unused_search_words(text[]) OWNER TO wattdesk_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_end_users(jsonb, jsonb, integer), count_found_end_users(jsonb, jsonb, integer), search_buildings(jsonb, jsonb, integer), search_devices(jsonb, jsonb, jsonb, integer), unused_search_words(text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_end_users(jsonb, jsonb, integer), count_found_end_users(jsonb, jsonb, integer), search_buildings(jsonb, jsonb, integer), search_devices(jsonb, jsonb, jsonb, integer), unused_search_words(text[]) TO wattdesk_app;
