CREATE TABLE "notes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notes_by_user" ON "notes" USING btree ("organization_id","user_id","created_at","id");--> statement-breakpoint
SELECT protect_tenant_table('notes');
--> statement-breakpoint
REVOKE UPDATE ON notes FROM wattdesk_app;
--> statement-breakpoint
GRANT SELECT (user_id) ON outgoing_mails TO wattdesk_lookup;
--> statement-breakpoint
GRANT SELECT (organization_id, id, user_id) ON devices TO wattdesk_lookup;
--> statement-breakpoint
GRANT SELECT (actor_id, target_id) ON audit_events TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON devices FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
-- Takes what names an end-user from the log, once their record has been emptied: of events by them, about
-- them, about mails to them and about their devices. Says which records beside the person that were.
CREATE FUNCTION erase_person_from_audit_log(person uuid) RETURNS text[]
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
    SELECT id FROM public.devices WHERE organization_id = organization AND user_id = person);
  DELETE FROM public.audit_details d USING public.audit_events e
  WHERE d.organization_id = organization AND e.organization_id = organization AND d.event_id = e.id
    AND (e.actor_id = person OR e.target_id = person OR e.target_id = ANY (records));
  RETURN records::text[];
END
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION erase_person_from_audit_log(uuid) OWNER TO wattdesk_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_person_from_audit_log(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_person_from_audit_log(uuid) TO wattdesk_app;
