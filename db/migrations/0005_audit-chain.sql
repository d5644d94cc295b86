CREATE TABLE "audit_checkpoints" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_checkpoints_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_details" (
	"organization_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"salt" "bytea" NOT NULL,
	"actor_name" text NOT NULL,
	"target_name" text,
	"changes" jsonb NOT NULL,
	"reason" text,
	"client_address" text,
	"search_text" text GENERATED ALWAYS AS (normalize_for_search(actor_name || ' ' || coalesce(target_name, '') || ' ' || coalesce(reason, '') || ' ' || changes::text)) STORED NOT NULL,
	CONSTRAINT "audit_details_organization_id_event_id_pk" PRIMARY KEY("organization_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"target_type" text NOT NULL,
	"target_id" uuid,
	"request_id" text NOT NULL,
	"details_hash" "bytea" NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_events_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"organization_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_heads_organization_id_pk" PRIMARY KEY("organization_id")
);
--> statement-breakpoint
ALTER TABLE "audit_checkpoints" ADD CONSTRAINT "audit_checkpoints_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_details" ADD CONSTRAINT "audit_details_organization_id_event_id_audit_events_organization_id_id_fk" FOREIGN KEY ("organization_id","event_id") REFERENCES "public"."audit_events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_checkpoints_sequence" ON "audit_checkpoints" USING btree ("organization_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_events_sequence" ON "audit_events" USING btree ("organization_id","sequence");--> statement-breakpoint
CREATE INDEX "audit_events_by_time" ON "audit_events" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_action" ON "audit_events" USING btree ("organization_id","action","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_actor" ON "audit_events" USING btree ("organization_id","actor_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_actor_kind" ON "audit_events" USING btree ("organization_id","actor_kind","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_target" ON "audit_events" USING btree ("organization_id","target_id","created_at","id");--> statement-breakpoint
SELECT protect_tenant_table('audit_events');
--> statement-breakpoint
SELECT protect_tenant_table('audit_details');
--> statement-breakpoint
SELECT protect_tenant_table('audit_heads');
--> statement-breakpoint
SELECT protect_tenant_table('audit_checkpoints');
--> statement-breakpoint
REVOKE UPDATE, DELETE ON audit_events, audit_details, audit_checkpoints FROM wattdesk_app;
--> statement-breakpoint
REVOKE DELETE ON audit_heads FROM wattdesk_app;
--> statement-breakpoint
CREATE INDEX audit_details_search ON audit_details USING gin (organization_id, search_text gin_trgm_ops);
--> statement-breakpoint
GRANT SELECT (organization_id, event_id, search_text) ON audit_details TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON audit_details FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_lookup;
--> statement-breakpoint
CREATE FUNCTION search_audit_events(patterns text[], most integer) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  condition text := (SELECT string_agg(format('search_text LIKE %L', pattern), ' AND ') FROM unnest(patterns) pattern);
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT event_id FROM public.audit_details WHERE organization_id = $1 AND %s LIMIT $2',
    coalesce(condition, 'true'))
    USING public.current_organization(), most;
END
$$;
--> statement-breakpoint
ALTER FUNCTION search_audit_events(text[], integer) OWNER TO wattdesk_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_audit_events(text[], integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_audit_events(text[], integer) TO wattdesk_app;
