ALTER TABLE "organizations" DROP CONSTRAINT "organizations_sandbox_of_organizations_id_fk";
--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_sandbox_of_organizations_id_fk" FOREIGN KEY ("sandbox_of") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wattdesk_eraser') THEN
    CREATE ROLE wattdesk_eraser NOLOGIN NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
--> statement-breakpoint
GRANT wattdesk_eraser TO CURRENT_USER;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO wattdesk_eraser;
--> statement-breakpoint
-- As before, and what it takes to delete an organization as a whole.
CREATE OR REPLACE FUNCTION protect_tenant_table(table_name regclass, tenant_column name DEFAULT 'organization_id')
  RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format(
    'CREATE POLICY tenant_isolation ON %s FOR ALL TO wattdesk_app USING (%I = (SELECT current_organization())) WITH CHECK (%I = (SELECT current_organization()))',
    table_name, tenant_column, tenant_column);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO wattdesk_app', table_name);
  EXECUTE format(
    'CREATE POLICY erasure ON %s FOR ALL TO wattdesk_eraser USING (%I = (SELECT current_organization()))',
    table_name, tenant_column);
  EXECUTE format('GRANT SELECT, DELETE ON %s TO wattdesk_eraser', table_name);
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  tenant record;
BEGIN
  FOR tenant IN
    SELECT c.oid::regclass AS name, CASE c.relname WHEN 'organizations' THEN 'id' ELSE 'organization_id' END AS column_name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relrowsecurity
  LOOP
    EXECUTE format(
      'CREATE POLICY erasure ON %s FOR ALL TO wattdesk_eraser USING (%I = (SELECT current_organization()))',
      tenant.name, tenant.column_name);
    EXECUTE format('GRANT SELECT, DELETE ON %s TO wattdesk_eraser', tenant.name);
  END LOOP;
END
$$;
--> statement-breakpoint
-- Deletes some rows of the present organization, of each table that nothing refers to any more, and the
-- organization itself when nothing else is left. Only once the organization's own date has come.
CREATE FUNCTION erase_organization_step(most integer) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  tenant regclass;
  deleted integer;
  total integer := 0;
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.organizations WHERE id = public.current_organization() AND deletion_due_at <= now())
  THEN RETURN 0; END IF;
  FOR tenant IN
    SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relrowsecurity AND c.relname <> 'organizations'
  LOOP
    BEGIN
      EXECUTE format(
        'DELETE FROM %s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %s WHERE organization_id = $1 LIMIT $2))',
        tenant, tenant) USING public.current_organization(), most;
      GET DIAGNOSTICS deleted = ROW_COUNT;
      total := total + deleted;
    EXCEPTION WHEN foreign_key_violation THEN
      NULL;
    END;
  END LOOP;
  IF total > 0 THEN RETURN total; END IF;
  DELETE FROM public.organizations WHERE id = public.current_organization();
  GET DIAGNOSTICS deleted = ROW_COUNT;
  RETURN deleted;
END
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_eraser;
--> statement-breakpoint
ALTER FUNCTION erase_organization_step(integer) OWNER TO wattdesk_eraser;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_eraser;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_organization_step(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_organization_step(integer) TO wattdesk_app;
