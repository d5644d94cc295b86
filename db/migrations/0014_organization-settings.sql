CREATE TABLE "mail_texts" (
	"organization_id" uuid NOT NULL,
	"template" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"closing" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_texts_organization_id_template_language_pk" PRIMARY KEY("organization_id","template","language")
);
--> statement-breakpoint
CREATE TABLE "organization_logos" (
	"organization_id" uuid NOT NULL,
	"image" "bytea" NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "organization_logos_organization_id_pk" PRIMARY KEY("organization_id")
);
--> statement-breakpoint
CREATE TABLE "terms_versions" (
	"organization_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text_en" text NOT NULL,
	"text_de" text NOT NULL,
	"summary" text NOT NULL,
	"published_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "terms_versions_organization_id_number_pk" PRIMARY KEY("organization_id","number")
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "password_least_length" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "accent_color" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "mail_sender_name" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "mail_reply_to" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "retain_audit_months" integer;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "retain_mail_days" integer DEFAULT 365 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "deletion_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "deletion_requested_by" uuid;--> statement-breakpoint
ALTER TABLE "mail_texts" ADD CONSTRAINT "mail_texts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_logos" ADD CONSTRAINT "organization_logos_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms_versions" ADD CONSTRAINT "terms_versions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outgoing_mails_by_creation" ON "outgoing_mails" USING btree ("organization_id","created_at");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_password_length" CHECK ("organizations"."password_least_length" between 15 and 64);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_accent_color" CHECK ("organizations"."accent_color" ~ '^#[0-9a-f]{6}$');--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_audit_retention" CHECK ("organizations"."retain_audit_months" between 12 and 240);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_mail_retention" CHECK ("organizations"."retain_mail_days" between 30 and 3650);--> statement-breakpoint
SELECT protect_tenant_table('organization_logos');
--> statement-breakpoint
SELECT protect_tenant_table('terms_versions');
--> statement-breakpoint
SELECT protect_tenant_table('mail_texts');
--> statement-breakpoint
REVOKE UPDATE, DELETE ON terms_versions FROM wattdesk_app;
--> statement-breakpoint
GRANT SELECT (organization_id, id, created_at) ON audit_events TO wattdesk_lookup;
--> statement-breakpoint
GRANT SELECT (retain_audit_months) ON organizations TO wattdesk_lookup;
--> statement-breakpoint
GRANT DELETE ON audit_details TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON audit_events FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
CREATE POLICY retention ON audit_details FOR DELETE TO wattdesk_lookup USING (organization_id = current_organization());
--> statement-breakpoint
-- The one way in which the application can take something from the log: what names people, once it is
-- older than the organization's own rule. The chain itself stays whole.
CREATE FUNCTION erase_outlived_audit_details(most integer) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  months integer := (SELECT retain_audit_months FROM public.organizations WHERE id = public.current_organization());
  erased integer;
BEGIN
  IF months IS NULL THEN RETURN 0; END IF;
  WITH outlived AS (
    SELECT e.id FROM public.audit_events e
    WHERE e.organization_id = public.current_organization()
      AND e.created_at < now() - make_interval(months => months)
      AND EXISTS (SELECT FROM public.audit_details d WHERE d.organization_id = e.organization_id AND d.event_id = e.id)
    ORDER BY e.created_at LIMIT most)
  DELETE FROM public.audit_details d USING outlived
  WHERE d.organization_id = public.current_organization() AND d.event_id = outlived.id;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION erase_outlived_audit_details(integer) OWNER TO wattdesk_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_outlived_audit_details(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_outlived_audit_details(integer) TO wattdesk_app;
