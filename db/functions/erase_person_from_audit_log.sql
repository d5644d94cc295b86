CREATE OR REPLACE FUNCTION public.erase_person_from_audit_log(person uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  organization uuid := public.current_organization();
  records uuid[];
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.users
    WHERE organization_id = organization AND id = person AND role = 'user' AND deleted_at IS NOT NULL)
  THEN RAISE EXCEPTION 'Only an end-user who has been deleted is erased.'; END IF;
  records := ARRAY(
    SELECT id FROM public.outgoing_mails WHERE organization_id = organization AND user_id = person
    UNION ALL
    SELECT id FROM public.devices WHERE organization_id = organization AND user_id = person
    UNION ALL
    SELECT id FROM public.buildings WHERE organization_id = organization AND user_id = person
    UNION ALL
    SELECT id FROM public.energy_contracts WHERE organization_id = organization AND user_id = person
    UNION ALL
    SELECT id FROM public.cases WHERE organization_id = organization AND user_id = person);
  DELETE FROM public.audit_details d USING public.audit_events e
  WHERE d.organization_id = organization AND e.organization_id = organization AND d.event_id = e.id
    AND (e.actor_id = person OR e.target_id = person OR e.target_id = ANY (records));
  RETURN records::text[];
END
$function$;

alter function erase_person_from_audit_log(uuid) owner to wattdesk_lookup;

revoke all on function erase_person_from_audit_log(uuid) from public;

grant execute on function erase_person_from_audit_log(uuid) to wattdesk_app;
