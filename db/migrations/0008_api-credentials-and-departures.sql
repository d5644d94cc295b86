CREATE TABLE "api_clients" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"allowed_addresses" text[] DEFAULT '{}'::text[] NOT NULL,
	"owner_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_clients_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_secrets" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"prefix" text NOT NULL,
	"seen_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"rotation_due_since" timestamp (3) with time zone,
	CONSTRAINT "api_secrets_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "departures" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"member_name" text NOT NULL,
	"member_email" text NOT NULL,
	"role" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by_name" text NOT NULL,
	"successor_name" text,
	"ended_sessions" integer NOT NULL,
	"removed_second_factors" integer NOT NULL,
	"handed_over_clients" text[] NOT NULL,
	"revoked_clients" text[] NOT NULL,
	"clients_to_rotate" text[] NOT NULL,
	"handed_over_access_ends" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "departures_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_organization_id_owner_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","owner_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_secrets" ADD CONSTRAINT "api_secrets_organization_id_client_id_api_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."api_clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_clients_by_creation" ON "api_clients" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "api_clients_by_owner" ON "api_clients" USING btree ("organization_id","owner_id");--> statement-breakpoint
CREATE INDEX "api_secrets_by_client" ON "api_secrets" USING btree ("organization_id","client_id","created_at");--> statement-breakpoint
CREATE INDEX "api_secrets_by_viewer" ON "api_secrets" USING btree ("organization_id","seen_by");--> statement-breakpoint
CREATE INDEX "departures_by_creation" ON "departures" USING btree ("organization_id","created_at","id");--> statement-breakpoint
SELECT protect_tenant_table('api_clients');
--> statement-breakpoint
SELECT protect_tenant_table('api_secrets');
--> statement-breakpoint
SELECT protect_tenant_table('departures');
--> statement-breakpoint
REVOKE UPDATE, DELETE ON departures FROM wattdesk_app;
