-- Extensions, roles and functions that the tables build upon.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
-- Roles belong to the whole server: another database of the same server may have made them.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wattdesk_app') THEN
    CREATE ROLE wattdesk_app NOLOGIN NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wattdesk_lookup') THEN
    CREATE ROLE wattdesk_lookup NOLOGIN NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
--> statement-breakpoint
GRANT wattdesk_app TO CURRENT_USER;
--> statement-breakpoint
GRANT wattdesk_lookup TO CURRENT_USER;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO wattdesk_app, wattdesk_lookup;
--> statement-breakpoint
-- unaccent() is only STABLE because its dictionary can be changed; ours is named and shipped.
CREATE FUNCTION normalize_for_search(input text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, input)) $$;
--> statement-breakpoint
-- After a transaction-local set_config ends, the setting is '' and not NULL.
CREATE FUNCTION current_organization() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;
--> statement-breakpoint
-- Every tenant table is given to this once, in the migration that creates it.
CREATE FUNCTION protect_tenant_table(table_name regclass, tenant_column name DEFAULT 'organization_id')
  RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format(
    'CREATE POLICY tenant_isolation ON %s FOR ALL TO wattdesk_app USING (%I = (SELECT current_organization())) WITH CHECK (%I = (SELECT current_organization()))',
    table_name, tenant_column, tenant_column);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO wattdesk_app', table_name);
END
$$;
