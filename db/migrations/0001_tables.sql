CREATE TABLE "invitations" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text,
	CONSTRAINT "invitations_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "outgoing_mails" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"invitation_id" uuid,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"language" text NOT NULL,
	"parameters" text NOT NULL,
	"encrypted_secret" "bytea",
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure_reason" text,
	"provider_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"state_changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outgoing_mails_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "outgoing_mails_state" CHECK ("outgoing_mails"."state" in ('queued', 'sent', 'delivered', 'bounced', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "password_resets_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text,
	"client_address" text,
	"user_agent" text,
	CONSTRAINT "sessions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" uuid,
	"target_name" text,
	"changes" jsonb NOT NULL,
	"reason" text,
	"request_id" text NOT NULL,
	"client_address" text,
	CONSTRAINT "audit_events_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "buildings" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" varchar(100) NOT NULL,
	"property_type" varchar(50),
	"property_size_m_2" integer,
	"property_age" text,
	"num_occupants" integer,
	"occupant_type" varchar(50),
	"space_heating" varchar(50),
	"water_heating" varchar(50),
	"photovoltaic" boolean DEFAULT false,
	"street_and_number" varchar(100),
	"street_add_info" varchar(100),
	"zip_code" varchar(20),
	"town" varchar(100),
	"country" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "buildings_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "buildings_country" CHECK ("buildings"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "energy_contracts" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"building_id" uuid,
	"meter_id" varchar(19),
	"supplier" varchar(100),
	"energy_contract_type" text,
	"energy_prices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"currency_energy_price" varchar(3),
	"energy_price_includes_external_components" boolean,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "energy_contracts_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "cloud_services" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"manufacturer" text NOT NULL,
	"name" text NOT NULL,
	"instructions" text,
	"signup_link" text,
	CONSTRAINT "cloud_services_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"building_id" uuid,
	"cloud_service_id" uuid,
	"manufacturer" text NOT NULL,
	"model" text NOT NULL,
	"model_year" integer,
	"external_device_id" varchar(255),
	"is_authenticated" boolean DEFAULT false NOT NULL,
	"lifecycle_state" text DEFAULT 'created' NOT NULL,
	"lifecycle_error" text,
	"connection_state" text GENERATED ALWAYS AS (case when lifecycle_state = 'error' then 'error' when is_authenticated then 'connected' when lifecycle_state in ('created', 'pending') then 'pending' else 'disconnected' end) STORED NOT NULL,
	"disconnected_since" timestamp (3) with time zone,
	"connection_status" text DEFAULT 'unknown' NOT NULL,
	"monitoring_status" text DEFAULT 'unknown' NOT NULL,
	"steering_status" text DEFAULT 'unknown' NOT NULL,
	"actual_steering_state" text,
	"current_mode" text,
	"current_state_last_updated_at" timestamp (3) with time zone,
	"last_monitoring_executed_at" timestamp (3) with time zone,
	"is_smart_optimization_active" boolean DEFAULT false NOT NULL,
	"optimization_score" double precision,
	"pause_power_until" timestamp (3) with time zone,
	"price_zone" text,
	"comment" varchar(300),
	"is_trading_enabled" boolean DEFAULT false NOT NULL,
	"is_forecasting_enabled" boolean DEFAULT false NOT NULL,
	"is_inverter_forced_mode_enabled" boolean DEFAULT false NOT NULL,
	"is_inverter_forced_mode_active" boolean DEFAULT false NOT NULL,
	"inverter_forced_mode_since" timestamp (3) with time zone,
	"authorization_url" text,
	"consumption_last_day_kwh" double precision,
	"consumption_last_week_kwh" double precision,
	"consumption_last_month_kwh" double precision,
	"consumption_last_updated_at" timestamp (3) with time zone,
	"model_sort" text GENERATED ALWAYS AS (normalize_for_search(manufacturer || ' ' || model)) STORED NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "devices_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "devices_kind" CHECK ("devices"."kind" in ('heat_pump', 'electric_vehicle', 'solar_inverter', 'wallbox'))
);
--> statement-breakpoint
CREATE TABLE "electric_vehicles" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"is_plugged_in" boolean,
	"is_charging" boolean,
	"is_fully_charged" boolean,
	"battery_level" integer,
	"battery_capacity_kwh" double precision,
	"charge_rate_w" integer,
	"driving_range" integer,
	"charge_time_remaining" integer,
	"charge_target_min" integer,
	"charge_target_max" integer,
	"is_charge_policy_enabled" boolean,
	"minimum_charge_limit" integer,
	"charge_deadline_at" text,
	"charge_policy_last_updated_at" timestamp (3) with time zone,
	"grid_export_start_threshold_w" integer,
	"grid_export_stop_threshold_w" integer,
	"boost_state" text,
	"boost_for_next_session" boolean,
	CONSTRAINT "electric_vehicles_organization_id_device_id_pk" PRIMARY KEY("organization_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "heat_pumps" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"current_power_consumption_w" integer,
	"operational_mode" text,
	"outdoor_temperature" double precision,
	"inlet_temperature" double precision,
	"outlet_temperature" double precision,
	"indoor_actual_temperature" double precision,
	"indoor_target_temperature" double precision,
	"dhw_temperature" double precision,
	"dhw_standard_temperature" double precision,
	"indoor_target_temperature_offset" double precision,
	"optimization_level" text,
	"is_space_heating_enabled" boolean,
	"is_hot_water_heating_enabled" boolean,
	"is_pool_heating_enabled" boolean,
	"is_space_cooling_enabled" boolean,
	"is_heating_policy_enabled" boolean,
	"heating_policy_name" text,
	"minimum_temperature_limit" double precision,
	"maximum_temperature_limit" double precision,
	"minimum_dhw_temperature_limit" double precision,
	"is_away_mode_enabled" boolean,
	"away_mode_start" timestamp (3) with time zone,
	"away_mode_end" timestamp (3) with time zone,
	"away_mode_minimum_temperature_limit" double precision,
	CONSTRAINT "heat_pumps_organization_id_device_id_pk" PRIMARY KEY("organization_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "solar_inverters" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"current_solar_production_w" integer,
	"household_consumption_w" integer,
	"battery_charge_discharge_power_w" integer,
	"current_power_to_grid_w" integer,
	"solar_surplus_w" integer,
	"battery_charge_level_percent" integer,
	"solar_power_rating_kw" double precision,
	"is_battery_connected" boolean,
	"battery_capacity_kwh" double precision,
	"min_battery_charge" integer,
	"max_battery_charge" integer,
	"battery_policy" text,
	"user_limits_enabled" boolean,
	"production_last_day_kwh" double precision,
	"production_last_week_kwh" double precision,
	"production_last_month_kwh" double precision,
	CONSTRAINT "solar_inverters_organization_id_device_id_pk" PRIMARY KEY("organization_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "wallboxes" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"is_plugged_in" boolean,
	"is_charging" boolean,
	"is_ocpp_connected" boolean,
	"charge_target_min" integer,
	"charge_target_max" integer,
	"charge_power_max_w" integer,
	"is_charge_policy_enabled" boolean,
	"minimum_charge_limit" integer,
	"charge_deadline_at" text,
	"charge_policy_last_updated_at" timestamp (3) with time zone,
	"is_over_charge_allowed" boolean,
	CONSTRAINT "wallboxes_organization_id_device_id_pk" PRIMARY KEY("organization_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"environment" text NOT NULL,
	"default_language" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Vienna' NOT NULL,
	"allowed_email_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"session_idle_minutes" integer DEFAULT 60 NOT NULL,
	"session_absolute_hours" integer DEFAULT 12 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organizations_environment" CHECK ("organizations"."environment" in ('production', 'sandbox')),
	CONSTRAINT "organizations_session_idle" CHECK ("organizations"."session_idle_minutes" between 5 and 1440),
	CONSTRAINT "organizations_session_absolute" CHECK ("organizations"."session_absolute_hours" between 1 and 168)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"reason" text NOT NULL,
	"assigned_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_assignments_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"email" text NOT NULL,
	"email_normalized" text GENERATED ALWAYS AS (lower(email)) STORED NOT NULL,
	"external_user_id" text,
	"first_name" text,
	"last_name" text,
	"sort_name" text GENERATED ALWAYS AS (normalize_for_search(coalesce(nullif(trim(coalesce(last_name, '') || ' ' || coalesce(first_name, '')), ''), email))) STORED NOT NULL,
	"phone" text,
	"language" text,
	"time_zone" text,
	"street_and_number" text,
	"street_add_info" text,
	"zip_code" text,
	"town" text,
	"country" text,
	"latitude" double precision,
	"longitude" double precision,
	"location_last_updated" timestamp (3) with time zone,
	"password_hash" text,
	"password_changed_at" timestamp (3) with time zone,
	"terms_version" text,
	"terms_accepted_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	"search_text" text GENERATED ALWAYS AS (normalize_for_search(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(first_name, '') || ' ' || email || ' ' || coalesce(external_user_id, '') || ' ' || coalesce(town, ''))) STORED NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "users_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('admin', 'staff', 'user')),
	CONSTRAINT "users_status" CHECK ("users"."status" in ('invited', 'active', 'suspended')),
	CONSTRAINT "users_country" CHECK ("users"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "users_latitude" CHECK ("users"."latitude" between -90 and 90),
	CONSTRAINT "users_longitude" CHECK ("users"."longitude" between -180 and 180)
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "energy_contracts" ADD CONSTRAINT "energy_contracts_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "energy_contracts" ADD CONSTRAINT "energy_contracts_organization_id_building_id_buildings_organization_id_id_fk" FOREIGN KEY ("organization_id","building_id") REFERENCES "public"."buildings"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cloud_services" ADD CONSTRAINT "cloud_services_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_organization_id_building_id_buildings_organization_id_id_fk" FOREIGN KEY ("organization_id","building_id") REFERENCES "public"."buildings"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_organization_id_cloud_service_id_cloud_services_organization_id_id_fk" FOREIGN KEY ("organization_id","cloud_service_id") REFERENCES "public"."cloud_services"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "electric_vehicles" ADD CONSTRAINT "electric_vehicles_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heat_pumps" ADD CONSTRAINT "heat_pumps_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solar_inverters" ADD CONSTRAINT "solar_inverters_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallboxes" ADD CONSTRAINT "wallboxes_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_open_per_user" ON "invitations" USING btree ("organization_id","user_id") WHERE "invitations"."accepted_at" is null and "invitations"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "invitations_by_user" ON "invitations" USING btree ("organization_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_by_creation" ON "invitations" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "outgoing_mails_by_user" ON "outgoing_mails" USING btree ("organization_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "outgoing_mails_by_invitation" ON "outgoing_mails" USING btree ("organization_id","invitation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outgoing_mails_provider_id" ON "outgoing_mails" USING btree ("organization_id","provider_id") WHERE "outgoing_mails"."provider_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "password_resets_token" ON "password_resets" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE INDEX "password_resets_by_user" ON "password_resets" USING btree ("organization_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("organization_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_events_by_time" ON "audit_events" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_action" ON "audit_events" USING btree ("organization_id","action","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_actor" ON "audit_events" USING btree ("organization_id","actor_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_target" ON "audit_events" USING btree ("organization_id","target_id","id");--> statement-breakpoint
CREATE INDEX "buildings_by_user" ON "buildings" USING btree ("organization_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "energy_contracts_by_user" ON "energy_contracts" USING btree ("organization_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "energy_contracts_by_building" ON "energy_contracts" USING btree ("organization_id","building_id");--> statement-breakpoint
CREATE INDEX "devices_by_user" ON "devices" USING btree ("organization_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "devices_by_building" ON "devices" USING btree ("organization_id","building_id");--> statement-breakpoint
CREATE INDEX "devices_by_creation" ON "devices" USING btree ("organization_id","created_at","id") WHERE "devices"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "devices_by_model" ON "devices" USING btree ("organization_id","model_sort","id") WHERE "devices"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "devices_by_last_seen" ON "devices" USING btree ("organization_id",coalesce(current_state_last_updated_at, '-infinity'::timestamptz),"id") WHERE "devices"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "devices_by_kind" ON "devices" USING btree ("organization_id","kind","created_at","id") WHERE "devices"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "devices_by_manufacturer" ON "devices" USING btree ("organization_id","manufacturer","created_at","id") WHERE "devices"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "devices_by_connection" ON "devices" USING btree ("organization_id","connection_state","created_at","id") WHERE "devices"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "devices_waiting_for_reconnection" ON "devices" USING btree ("organization_id","disconnected_since","id") WHERE "devices"."connection_state" = 'disconnected' and "devices"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_slug" ON "organizations" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "role_assignments_by_user" ON "role_assignments" USING btree ("organization_id","user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("organization_id","email_normalized") WHERE "users"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "users_external_user_id" ON "users" USING btree ("organization_id","external_user_id") WHERE "users"."deleted_at" is null and "users"."external_user_id" is not null;--> statement-breakpoint
CREATE INDEX "users_by_creation" ON "users" USING btree ("organization_id","role","created_at","id") WHERE "users"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "users_by_name" ON "users" USING btree ("organization_id","role","sort_name","id") WHERE "users"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "users_by_email" ON "users" USING btree ("organization_id","role","email_normalized","id") WHERE "users"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "users_by_country_and_creation" ON "users" USING btree ("organization_id","role","country","created_at","id") WHERE "users"."deleted_at" is null;