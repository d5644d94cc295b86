CREATE TABLE "list_preferences" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"list" text NOT NULL,
	"columns" text[] NOT NULL,
	"density" text NOT NULL,
	CONSTRAINT "list_preferences_organization_id_user_id_list_pk" PRIMARY KEY("organization_id","user_id","list")
);
--> statement-breakpoint
ALTER TABLE "list_preferences" ADD CONSTRAINT "list_preferences_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
SELECT protect_tenant_table('list_preferences');
