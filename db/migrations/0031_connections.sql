CREATE TABLE "connect_attempts" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"state_hash" "bytea" NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"connector" text NOT NULL,
	"manufacturer" text NOT NULL,
	"flow" text NOT NULL,
	"encrypted_secret" "bytea",
	"expires_at" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone,
	"account_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connect_attempts_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "connect_links" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"device_id" uuid,
	"token_hash" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"language" text,
	"created_by" uuid,
	"created_by_name" text,
	"success_url" text,
	"cancel_url" text,
	"device_kind" text,
	"building_id" uuid,
	"price_zone" text,
	"starts_optimized" boolean DEFAULT false NOT NULL,
	"external_metadata" jsonb,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"failure" text,
	"failed_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connect_links_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "connect_links_purpose" CHECK ("connect_links"."purpose" in ('connect', 'reconnect')),
	CONSTRAINT "connect_links_about" CHECK (("connect_links"."purpose" = 'reconnect') = (device_id is not null))
);
--> statement-breakpoint
CREATE TABLE "connection_settings" (
	"organization_id" uuid NOT NULL,
	"stale_after_minutes" integer DEFAULT 180 NOT NULL,
	"link_days" integer DEFAULT 14 NOT NULL,
	"sends_reminders" boolean DEFAULT true NOT NULL,
	"first_reminder_hours" integer DEFAULT 24 NOT NULL,
	"reminder_every_days" integer DEFAULT 4 NOT NULL,
	"most_reminders" integer DEFAULT 3 NOT NULL,
	"most_per_week" integer DEFAULT 2 NOT NULL,
	"quiet_from_hour" integer DEFAULT 20 NOT NULL,
	"quiet_until_hour" integer DEFAULT 8 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "connection_settings_organization_id_pk" PRIMARY KEY("organization_id"),
	CONSTRAINT "connection_settings_stale" CHECK ("connection_settings"."stale_after_minutes" between 15 and 10080),
	CONSTRAINT "connection_settings_link" CHECK ("connection_settings"."link_days" between 1 and 60),
	CONSTRAINT "connection_settings_first" CHECK ("connection_settings"."first_reminder_hours" between 1 and 720),
	CONSTRAINT "connection_settings_every" CHECK ("connection_settings"."reminder_every_days" between 1 and 60),
	CONSTRAINT "connection_settings_most" CHECK ("connection_settings"."most_reminders" between 1 and 10),
	CONSTRAINT "connection_settings_week" CHECK ("connection_settings"."most_per_week" between 1 and 7),
	CONSTRAINT "connection_settings_quiet" CHECK ("connection_settings"."quiet_from_hour" between 0 and 23 and "connection_settings"."quiet_until_hour" between 0 and 23)
);
--> statement-breakpoint
CREATE TABLE "reconnection_reminders" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"manufacturer" text NOT NULL,
	"disconnected_since" timestamp (3) with time zone NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone,
	CONSTRAINT "reconnection_reminders_organization_id_device_id_pk" PRIMARY KEY("organization_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "connector_credentials" (
	"organization_id" uuid NOT NULL,
	"connector" text NOT NULL,
	"client_id" text NOT NULL,
	"encrypted_secret" "bytea" NOT NULL,
	"encrypted_webhook_secret" "bytea",
	"updated_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connector_credentials_organization_id_connector_pk" PRIMARY KEY("organization_id","connector")
);
--> statement-breakpoint
CREATE TABLE "manufacturer_accounts" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"connector" text NOT NULL,
	"manufacturer" text NOT NULL,
	"external_account_id" text NOT NULL,
	"state" text NOT NULL,
	"encrypted_tokens" "bytea",
	"token_expires_at" timestamp (3) with time zone,
	"next_read_at" timestamp (3) with time zone,
	"last_read_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_problem" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "manufacturer_accounts_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "manufacturer_accounts_state" CHECK ("manufacturer_accounts"."state" in ('active', 'lost', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "manufacturer_health" (
	"organization_id" uuid NOT NULL,
	"connector" text NOT NULL,
	"manufacturer" text NOT NULL,
	"last_answer_at" timestamp (3) with time zone,
	"last_failure_at" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"last_problem" text,
	CONSTRAINT "manufacturer_health_organization_id_connector_manufacturer_pk" PRIMARY KEY("organization_id","connector","manufacturer")
);
--> statement-breakpoint
-- The state of a connection gains "degraded" and "revoked", so the number that lists filter by gains a bit.
DROP TRIGGER count_moved ON devices;--> statement-breakpoint
DROP TRIGGER keep_counters_of_moved ON devices;--> statement-breakpoint
ALTER TABLE "devices" drop column "facet";--> statement-breakpoint
ALTER TABLE "devices" drop column "connection_state";--> statement-breakpoint
DROP FUNCTION device_facet(boolean, text, text, text, text, boolean, boolean);--> statement-breakpoint
CREATE FUNCTION device_facet(is_deleted boolean, kind text, manufacturer text, model text, lifecycle_state text, is_authenticated boolean, is_stale boolean, is_optimized boolean)
  RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN NOT is_deleted THEN
    CASE WHEN is_optimized THEN 1 ELSE 0 END
    + 2 * CASE WHEN lifecycle_state = 'error' THEN 3 WHEN is_authenticated AND is_stale THEN 4 WHEN is_authenticated THEN 0
        WHEN lifecycle_state IN ('created', 'pending') THEN 2 WHEN lifecycle_state = 'revoked' THEN 5 ELSE 1 END
    + 16 * public.device_model_number(kind, manufacturer, model) END $$;
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "stale_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "connection_cause" text;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "manufacturer_account_id" uuid;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "connection_state" text GENERATED ALWAYS AS (case when lifecycle_state = 'error' then 'error' when is_authenticated then case when stale_since is null then 'connected' else 'degraded' end when lifecycle_state in ('created', 'pending') then 'pending' when lifecycle_state = 'revoked' then 'revoked' else 'disconnected' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "facet" bigint GENERATED ALWAYS AS (device_facet(deleted_at is not null, kind, manufacturer, model, lifecycle_state, is_authenticated, stale_since is not null, is_smart_optimization_active)) STORED;--> statement-breakpoint
ALTER TABLE "connection_changes" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "connect_attempts" ADD CONSTRAINT "connect_attempts_organization_id_link_id_connect_links_organization_id_id_fk" FOREIGN KEY ("organization_id","link_id") REFERENCES "public"."connect_links"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connect_attempts" ADD CONSTRAINT "connect_attempts_organization_id_account_id_manufacturer_accounts_organization_id_id_fk" FOREIGN KEY ("organization_id","account_id") REFERENCES "public"."manufacturer_accounts"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connect_links" ADD CONSTRAINT "connect_links_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connect_links" ADD CONSTRAINT "connect_links_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_settings" ADD CONSTRAINT "connection_settings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconnection_reminders" ADD CONSTRAINT "reconnection_reminders_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connector_credentials" ADD CONSTRAINT "connector_credentials_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manufacturer_accounts" ADD CONSTRAINT "manufacturer_accounts_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manufacturer_health" ADD CONSTRAINT "manufacturer_health_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "connect_attempts_state" ON "connect_attempts" USING btree ("organization_id","state_hash");--> statement-breakpoint
CREATE INDEX "connect_attempts_by_link" ON "connect_attempts" USING btree ("organization_id","link_id","created_at");--> statement-breakpoint
CREATE INDEX "connect_attempts_by_creation" ON "connect_attempts" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "connect_links_token" ON "connect_links" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE INDEX "connect_links_by_device" ON "connect_links" USING btree ("organization_id","device_id","created_at");--> statement-breakpoint
CREATE INDEX "connect_links_by_user" ON "connect_links" USING btree ("organization_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "reconnection_reminders_due" ON "reconnection_reminders" USING btree ("organization_id","next_at","device_id");--> statement-breakpoint
CREATE INDEX "reconnection_reminders_by_user" ON "reconnection_reminders" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "manufacturer_accounts_of_person" ON "manufacturer_accounts" USING btree ("organization_id","user_id","connector","manufacturer","external_account_id");--> statement-breakpoint
CREATE INDEX "manufacturer_accounts_by_name" ON "manufacturer_accounts" USING btree ("organization_id","connector","manufacturer","external_account_id");--> statement-breakpoint
CREATE INDEX "manufacturer_accounts_due" ON "manufacturer_accounts" USING btree ("organization_id","next_read_at","id") WHERE state = 'active';--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_organization_id_manufacturer_account_id_manufacturer_accounts_organization_id_id_fk" FOREIGN KEY ("organization_id","manufacturer_account_id") REFERENCES "public"."manufacturer_accounts"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "devices_by_manufacturer_account" ON "devices" USING btree ("organization_id","manufacturer_account_id") WHERE manufacturer_account_id is not null;--> statement-breakpoint
CREATE INDEX "devices_by_serial" ON "devices" USING btree ("organization_id","manufacturer","external_device_id") WHERE external_device_id is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "devices_that_report" ON "devices" USING btree ("organization_id","last_seen_sort","id") WHERE connection_state = 'connected' and deleted_at is null;
--> statement-breakpoint
CREATE INDEX "devices_by_facet_and_creation" ON "devices" USING btree ("organization_id","facet","created_at","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "devices_by_facet_and_model" ON "devices" USING btree ("organization_id","facet","model_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "devices_by_facet_and_last_seen" ON "devices" USING btree ("organization_id","facet","last_seen_sort","id") WHERE facet is not null;--> statement-breakpoint
CREATE INDEX "devices_by_facet_and_disconnection" ON "devices" USING btree ("organization_id","facet","disconnected_since","id") WHERE disconnected_since is not null and connection_state = 'disconnected' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "devices_waiting_for_reconnection" ON "devices" USING btree ("organization_id","disconnected_since","id") WHERE disconnected_since is not null and connection_state = 'disconnected' and deleted_at is null;--> statement-breakpoint
GRANT SELECT (facet, connection_state) ON devices TO wattdesk_lookup;
--> statement-breakpoint
CREATE TRIGGER count_moved AFTER UPDATE ON devices FOR EACH ROW
  WHEN (OLD.facet IS DISTINCT FROM NEW.facet) EXECUTE FUNCTION count_moved('device');
--> statement-breakpoint
CREATE TRIGGER keep_counters_of_moved AFTER UPDATE ON devices FOR EACH ROW
  WHEN (OLD.user_id IS DISTINCT FROM NEW.user_id OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at OR OLD.building_id IS DISTINCT FROM NEW.building_id OR OLD.connection_state IS DISTINCT FROM NEW.connection_state)
  EXECUTE FUNCTION keep_counters_of_devices();
--> statement-breakpoint
DELETE FROM list_counts WHERE list = 'device';
--> statement-breakpoint
INSERT INTO list_counts (organization_id, list, facet, count)
  SELECT organization_id, 'device', facet, count(*) FROM devices WHERE facet IS NOT NULL GROUP BY organization_id, facet;
--> statement-breakpoint
SELECT protect_tenant_table(tenant::regclass) FROM unnest(ARRAY['connect_links', 'connect_attempts', 'connection_settings',
  'reconnection_reminders', 'manufacturer_accounts', 'manufacturer_health', 'connector_credentials']) tenant;
--> statement-breakpoint
-- A change of a connection is written down with its cause.
CREATE OR REPLACE FUNCTION watch_changed_devices() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  INSERT INTO connection_changes (organization_id, device_id, user_id, manufacturer, before, after, reason, cause, changed_at)
    SELECT n.organization_id, n.id, n.user_id, n.manufacturer, o.connection_state, n.connection_state, n.lifecycle_error,
      n.connection_cause,
      CASE WHEN n.connection_state = 'disconnected' THEN coalesce(n.disconnected_since, now()) ELSE now() END
    FROM after n JOIN before o ON o.organization_id = n.organization_id AND o.id = n.id
    WHERE o.connection_state <> n.connection_state;
  INSERT INTO fleet_power (organization_id, is_production, watts)
    SELECT organization_id, is_production, sum(watts) FROM (
      SELECT organization_id, kind = 'solar_inverter' AS is_production,
        counted_power(current_power_w, connection_state, deleted_at) AS watts FROM after
      UNION ALL
      SELECT organization_id, kind = 'solar_inverter', -counted_power(current_power_w, connection_state, deleted_at)
      FROM before) change
    GROUP BY 1, 2 HAVING sum(watts) <> 0;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Whose end-user is to be told of a lost connection, and who not any more. A connection that ended long before
-- it was written down is history that nobody is written to about.
CREATE FUNCTION keep_reconnection_reminders() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  DELETE FROM reconnection_reminders r USING changed c
    WHERE r.organization_id = c.organization_id AND r.device_id = c.device_id AND c.after <> 'disconnected';
  INSERT INTO reconnection_reminders (organization_id, device_id, user_id, manufacturer, disconnected_since, next_at)
    SELECT DISTINCT ON (c.organization_id, c.device_id) c.organization_id, c.device_id, c.user_id, c.manufacturer, c.changed_at,
      c.changed_at + make_interval(hours => coalesce(s.first_reminder_hours, 24))
    FROM changed c LEFT JOIN connection_settings s ON s.organization_id = c.organization_id
    WHERE c.after = 'disconnected' AND c.before IS NOT NULL AND c.changed_at > now() - interval '1 hour'
    ORDER BY c.organization_id, c.device_id, c.changed_at DESC
  ON CONFLICT (organization_id, device_id) DO UPDATE
    SET user_id = excluded.user_id, disconnected_since = excluded.disconnected_since, sent = 0, next_at = excluded.next_at;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_reminders AFTER INSERT ON connection_changes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_reconnection_reminders();
