CREATE TABLE "api_access_tokens" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_access_tokens_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_calls" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"caller_id" uuid NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"status" integer NOT NULL,
	"milliseconds" integer NOT NULL,
	"request_id" text NOT NULL,
	"client_address" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_calls_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotent_results" (
	"organization_id" uuid NOT NULL,
	"caller_id" uuid NOT NULL,
	"key" text NOT NULL,
	"step" integer NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"result" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_results_organization_id_caller_id_key_step_pk" PRIMARY KEY("organization_id","caller_id","key","step")
);
--> statement-breakpoint
CREATE TABLE "personal_tokens" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"ending" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "personal_tokens_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "revoked_personal_tokens" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "api_access_tokens" ADD CONSTRAINT "api_access_tokens_organization_id_client_id_api_clients_organization_id_id_fk" FOREIGN KEY ("organization_id","client_id") REFERENCES "public"."api_clients"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_calls" ADD CONSTRAINT "api_calls_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotent_results" ADD CONSTRAINT "idempotent_results_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_tokens" ADD CONSTRAINT "personal_tokens_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_access_tokens_hash" ON "api_access_tokens" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE INDEX "api_access_tokens_by_client" ON "api_access_tokens" USING btree ("organization_id","client_id");--> statement-breakpoint
CREATE INDEX "api_access_tokens_by_end" ON "api_access_tokens" USING btree ("organization_id","expires_at");--> statement-breakpoint
CREATE INDEX "api_calls_by_caller" ON "api_calls" USING btree ("organization_id","caller_id","created_at","id");--> statement-breakpoint
CREATE INDEX "api_calls_by_creation" ON "api_calls" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "idempotent_results_by_creation" ON "idempotent_results" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "personal_tokens_hash" ON "personal_tokens" USING btree ("organization_id","token_hash");--> statement-breakpoint
CREATE INDEX "personal_tokens_by_user" ON "personal_tokens" USING btree ("organization_id","user_id","created_at");--> statement-breakpoint
SELECT protect_tenant_table('api_access_tokens');
--> statement-breakpoint
SELECT protect_tenant_table('personal_tokens');
--> statement-breakpoint
SELECT protect_tenant_table('idempotent_results');
--> statement-breakpoint
SELECT protect_tenant_table('api_calls');
