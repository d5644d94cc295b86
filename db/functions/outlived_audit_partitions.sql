CREATE OR REPLACE FUNCTION public.outlived_audit_partitions()
 RETURNS TABLE(partition regclass, details bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  organization uuid := public.current_organization();
  kept_since timestamptz := (SELECT now() - make_interval(months => retain_audit_months) FROM public.organizations WHERE id = organization);
  first_id uuid;
  after_id uuid;
BEGIN
  FOR partition, first_id, after_id IN
    SELECT c.oid::regclass, public.first_id_since(q.quarter), public.first_id_since(q.ends)
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      CROSS JOIN LATERAL (SELECT to_date(right(c.relname, 7), 'YYYY_MM')::timestamp AS starts) month
      CROSS JOIN LATERAL (SELECT starts AT TIME ZONE 'UTC' AS quarter, (starts + interval '3 months') AT TIME ZONE 'UTC' AS ends) q
    WHERE i.inhparent = 'public.audit_details'::regclass AND c.relname ~ '_[0-9]{4}_[0-9]{2}$' AND q.ends <= kept_since
  LOOP
    -- Two looks at the ends of an index, where a search for another organization would read it all.
    CONTINUE WHEN organization <> ANY (ARRAY(
      (SELECT d.organization_id FROM public.audit_details d WHERE d.event_id >= first_id AND d.event_id < after_id ORDER BY d.organization_id LIMIT 1)
      UNION ALL
      (SELECT d.organization_id FROM public.audit_details d WHERE d.event_id >= first_id AND d.event_id < after_id ORDER BY d.organization_id DESC LIMIT 1)));
    details := (SELECT count(*) FROM public.audit_details d WHERE d.event_id >= first_id AND d.event_id < after_id);
    RETURN NEXT;
  END LOOP;
END
$function$;

alter function outlived_audit_partitions() owner to wattdesk_lookup;

revoke all on function outlived_audit_partitions() from public;
