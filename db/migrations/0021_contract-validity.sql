ALTER TABLE "energy_contracts" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "energy_contracts" ADD COLUMN "valid_until" date;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Contracts from before there were days hold without them, and are not compared.
ALTER TABLE energy_contracts ADD CONSTRAINT energy_contracts_no_overlap
  EXCLUDE USING gist (organization_id WITH =, building_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)
  WHERE (deleted_at IS NULL AND building_id IS NOT NULL AND valid_from IS NOT NULL);
--> statement-breakpoint
GRANT SELECT (organization_id, id, user_id) ON energy_contracts TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON energy_contracts FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
-- As before, and of events about the person's buildings and contracts.
CREATE OR REPLACE FUNCTION erase_person_from_audit_log(person uuid) RETURNS text[]
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
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
    SELECT id FROM public.energy_contracts WHERE organization_id = organization AND user_id = person);
  DELETE FROM public.audit_details d USING public.audit_events e
  WHERE d.organization_id = organization AND e.organization_id = organization AND d.event_id = e.id
    AND (e.actor_id = person OR e.target_id = person OR e.target_id = ANY (records));
  RETURN records::text[];
END
$$;
