CREATE TABLE "bulk_action_rows" (
	"organization_id" uuid NOT NULL,
	"bulk_action_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"result" text DEFAULT 'waiting' NOT NULL,
	"problem" text,
	CONSTRAINT "bulk_action_rows_organization_id_bulk_action_id_record_id_pk" PRIMARY KEY("organization_id","bulk_action_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_actions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"list" text NOT NULL,
	"act" text NOT NULL,
	"tag_name" text,
	"state" text NOT NULL,
	"problem" text,
	"parameters" text,
	"undoes_id" uuid,
	"cursor" text,
	"request_key" uuid NOT NULL,
	"started_by" uuid NOT NULL,
	"started_by_name" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"unchanged_count" integer DEFAULT 0 NOT NULL,
	"failed_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"worked_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_actions_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "bulk_actions_state" CHECK ("bulk_actions"."state" in ('draft', 'collecting', 'running', 'done', 'cancelled', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "end_user_tags" (
	"organization_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"facet" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "end_user_tags_organization_id_tag_id_user_id_pk" PRIMARY KEY("organization_id","tag_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_normalized" text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tags_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_action_rows" ADD CONSTRAINT "bulk_action_rows_organization_id_bulk_action_id_bulk_actions_organization_id_id_fk" FOREIGN KEY ("organization_id","bulk_action_id") REFERENCES "public"."bulk_actions"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_actions" ADD CONSTRAINT "bulk_actions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "end_user_tags" ADD CONSTRAINT "end_user_tags_organization_id_tag_id_tags_organization_id_id_fk" FOREIGN KEY ("organization_id","tag_id") REFERENCES "public"."tags"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "end_user_tags" ADD CONSTRAINT "end_user_tags_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_action_rows_by_result" ON "bulk_action_rows" USING btree ("organization_id","bulk_action_id","result","record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_actions_request" ON "bulk_actions" USING btree ("organization_id","request_key");--> statement-breakpoint
CREATE INDEX "bulk_actions_by_creation" ON "bulk_actions" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bulk_actions_open" ON "bulk_actions" USING btree ("organization_id","worked_at") WHERE state in ('collecting', 'running');--> statement-breakpoint
CREATE INDEX "end_user_tags_by_user" ON "end_user_tags" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "end_user_tags_by_facet" ON "end_user_tags" USING btree ("organization_id","tag_id","facet","created_at","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name" ON "tags" USING btree ("organization_id","name_normalized");--> statement-breakpoint
SELECT protect_tenant_table('tags');
--> statement-breakpoint
SELECT protect_tenant_table('end_user_tags');
--> statement-breakpoint
SELECT protect_tenant_table('bulk_actions');
--> statement-breakpoint
SELECT protect_tenant_table('bulk_action_rows');
--> statement-breakpoint
CREATE FUNCTION keep_tag_facet() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT facet, created_at INTO NEW.facet, NEW.created_at FROM users
  WHERE organization_id = NEW.organization_id AND id = NEW.user_id;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_tag_facet BEFORE INSERT ON end_user_tags FOR EACH ROW EXECUTE FUNCTION keep_tag_facet();
--> statement-breakpoint
CREATE FUNCTION keep_facets_of_tags() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE end_user_tags SET facet = NEW.facet WHERE organization_id = NEW.organization_id AND user_id = NEW.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_facets_of_tags AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.facet IS DISTINCT FROM NEW.facet) EXECUTE FUNCTION keep_facets_of_tags();
--> statement-breakpoint
-- As before, with the tag.
CREATE OR REPLACE FUNCTION filter_condition(filters jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public
  AS $$
  SELECT coalesce(string_agg(condition, ' AND '), 'true') FROM (
    SELECT format('facet + 0 = ANY (%L::bigint[])', (SELECT coalesce(array_agg(f), '{}') FROM jsonb_array_elements_text(filters -> 'facets') f)) AS condition
      WHERE filters ? 'facets'
    UNION ALL SELECT format('created_at >= %L', filters ->> 'createdFrom') WHERE filters ? 'createdFrom'
    UNION ALL SELECT format('created_at < %L', filters ->> 'createdBefore') WHERE filters ? 'createdBefore'
    UNION ALL SELECT format('last_seen_sort >= %L', filters ->> 'seenFrom') WHERE filters ? 'seenFrom'
    UNION ALL SELECT format('last_seen_sort < %L', filters ->> 'seenBefore') WHERE filters ? 'seenBefore'
    UNION ALL SELECT format('connection_state = %L AND disconnected_since < %L', 'disconnected', filters ->> 'waitingSince') WHERE filters ? 'waitingSince'
    UNION ALL SELECT format('starts_with(postal_code_sort, %L)', filters ->> 'postalCode') WHERE filters ? 'postalCode'
    UNION ALL SELECT format('EXISTS (SELECT FROM public.end_user_tags t WHERE t.organization_id = public.current_organization() AND t.tag_id = %L AND t.user_id = users.id)', filters ->> 'tag') WHERE filters ? 'tag'
  ) conditions
$$;
--> statement-breakpoint
GRANT SELECT (organization_id, tag_id, user_id) ON end_user_tags TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON end_user_tags FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
-- The application keeps its rows through row-level security, so these run as whoever writes.
REVOKE ALL ON FUNCTION keep_tag_facet(), keep_facets_of_tags() FROM PUBLIC;
