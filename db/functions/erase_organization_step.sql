CREATE OR REPLACE FUNCTION public.erase_organization_step(most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
$function$;

alter function erase_organization_step(integer) owner to wattdesk_eraser;

revoke all on function erase_organization_step(integer) from public;

grant execute on function erase_organization_step(integer) to wattdesk_app;
