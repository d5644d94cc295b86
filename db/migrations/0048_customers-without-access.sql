-- Columns that were generated keep their values; from here on a trigger makes them, without copying the table.
ALTER TABLE "users" ALTER COLUMN "email_normalized" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "sort_name" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "search_text" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "search_lexemes" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_status";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "email_normalized" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "sort_name" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "search_text" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "search_lexemes" SET DEFAULT ''::tsvector;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "company_name" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "vat_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "salutation" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "preferred_channel" text;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account" CHECK ("users"."email" is not null and "users"."status" <> 'no-access' or "users"."status" = 'no-access' and "users"."role" = 'user') NOT VALID;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_salutation" CHECK ("users"."salutation" in ('ms', 'mr', 'neutral')) NOT VALID;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_preferred_channel" CHECK ("users"."preferred_channel" in ('email', 'phone', 'post')) NOT VALID;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_status" CHECK ("users"."status" in ('invited', 'active', 'suspended', 'no-access')) NOT VALID;--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.derive_person_columns()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  full_name text := trim(coalesce(NEW.last_name, '') || ' ' || coalesce(NEW.first_name, ''));
  -- The first name once more, so that "Maria Huber" is found as well as "Huber Maria".
  words text := concat_ws(' ', NEW.company_name, NEW.first_name, NEW.last_name, NEW.first_name, NEW.email,
    NEW.external_user_id, regexp_replace(NEW.phone, '[^0-9]', '', 'g'), NEW.street_and_number, NEW.zip_code, NEW.town);
BEGIN
  NEW.email_normalized := coalesce(lower(NEW.email), '');
  NEW.sort_name := normalize_for_search(
    coalesce(NEW.company_name, nullif(full_name, ''), NEW.email, NEW.external_user_id, NEW.phone, ''));
  NEW.search_text := ' ' || normalize_for_search(words);
  NEW.search_lexemes := lexemes_of(words);
  RETURN NEW;
END
$function$;

revoke all on function derive_person_columns() from public;

CREATE OR REPLACE TRIGGER derive_person_columns BEFORE INSERT OR UPDATE OF email, company_name, first_name, last_name, external_user_id, phone, street_and_number, zip_code, town ON users FOR EACH ROW EXECUTE FUNCTION derive_person_columns();

ALTER TABLE users ENABLE ALWAYS TRIGGER derive_person_columns;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.end_user_facet(role text, is_deleted boolean, is_archived boolean, status text, buildings integer, contracts integer, devices integer, disconnected integer, country text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT CASE WHEN role = 'user' AND NOT is_deleted THEN
    CASE WHEN is_archived THEN 3 WHEN status = 'invited' THEN 0 WHEN status = 'active' THEN 1 WHEN status = 'no-access' THEN 0 ELSE 2 END
    + CASE WHEN buildings > 0 THEN 4 ELSE 0 END
    + CASE WHEN contracts > 0 THEN 8 ELSE 0 END
    + CASE WHEN disconnected > 0 THEN 32 WHEN devices > 0 THEN 16 ELSE 0 END
    + 64 * public.country_number(country)
    + CASE WHEN status = 'no-access' AND NOT is_archived THEN 65536 ELSE 0 END END $function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.find_login_candidates(address text)
 RETURNS TABLE(organization_id uuid, user_id uuid, password_hash text, status text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
    SELECT u.organization_id, u.id, u.password_hash, u.status
    FROM public.organizations o
    CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT c.organization_id, c.id, c.password_hash,
          CASE WHEN c.access_ends_at <= now() THEN 'ended' ELSE c.status END AS status
        FROM public.users c
        WHERE c.organization_id = o.id AND c.email_normalized = lower(address) AND c.deleted_at IS NULL
          AND c.status <> 'no-access'
        LIMIT 1
      ) candidate
    ) u
    ORDER BY u.id
    LIMIT 10;
END
$function$;

alter function find_login_candidates(text) owner to wattdesk_lookup;

revoke all on function find_login_candidates(text) from public;

grant execute on function find_login_candidates(text) to wattdesk_app;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.find_sibling_environment(address text)
 RETURNS TABLE(name text, slug text, environment text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  own uuid := public.current_organization();
  sibling uuid := coalesce(
    (SELECT o.sandbox_of FROM public.organizations o WHERE o.id = own),
    (SELECT o.id FROM public.organizations o WHERE o.sandbox_of = own));
BEGIN
  IF sibling IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT o.name, o.slug, o.environment FROM public.organizations o
    WHERE o.id = sibling AND EXISTS (
      SELECT FROM public.users u
      WHERE u.organization_id = sibling AND u.email_normalized = lower(address)
        AND u.status <> 'no-access' AND u.status = 'active' AND u.role <> 'user' AND u.deleted_at IS NULL);
END
$function$;

alter function find_sibling_environment(text) owner to wattdesk_lookup;

revoke all on function find_sibling_environment(text) from public;

grant execute on function find_sibling_environment(text) to wattdesk_app;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.keep_added_search_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT organization_id, w FROM changed, words_of_person(first_name, concat_ws(' ', company_name, last_name), street_and_number, town) w
    WHERE role = 'user' ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_added_search_words AFTER INSERT ON users REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_added_search_words();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.keep_search_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT NEW.organization_id, w FROM words_of_person(NEW.first_name, concat_ws(' ', NEW.company_name, NEW.last_name), NEW.street_and_number, NEW.town) w
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$function$;

CREATE OR REPLACE TRIGGER keep_search_words AFTER UPDATE ON users FOR EACH ROW WHEN (new.role = 'user'::text AND (old.company_name IS DISTINCT FROM new.company_name OR old.first_name IS DISTINCT FROM new.first_name OR old.last_name IS DISTINCT FROM new.last_name OR old.street_and_number IS DISTINCT FROM new.street_and_number OR old.town IS DISTINCT FROM new.town)) EXECUTE FUNCTION keep_search_words();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.rebuild_lists(organization uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
    SELECT DISTINCT organization_id, w FROM users, words_of_person(first_name, concat_ws(' ', company_name, last_name), street_and_number, town) w
    WHERE organization_id = organization AND role = 'user' AND deleted_at IS NULL ON CONFLICT DO NOTHING;
END
$function$;
