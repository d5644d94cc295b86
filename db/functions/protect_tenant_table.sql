CREATE OR REPLACE FUNCTION public.protect_tenant_table(table_name regclass, tenant_column name DEFAULT 'organization_id'::name)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
$function$;
