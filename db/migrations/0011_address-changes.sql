CREATE TABLE "address_changes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"email" text NOT NULL,
	"old_token_hash" "bytea" NOT NULL,
	"new_token_hash" "bytea" NOT NULL,
	"old_confirmed_at" timestamp (3) with time zone,
	"new_confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "address_changes_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_organization_id_user_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "address_changes_old_token" ON "address_changes" USING btree ("organization_id","old_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "address_changes_new_token" ON "address_changes" USING btree ("organization_id","new_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "address_changes_one_open" ON "address_changes" USING btree ("organization_id","user_id") WHERE "address_changes"."completed_at" is null and "address_changes"."cancelled_at" is null;--> statement-breakpoint
SELECT protect_tenant_table('address_changes');
