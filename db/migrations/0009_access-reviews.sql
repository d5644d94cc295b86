CREATE TABLE "access_review_items" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"member_name" text NOT NULL,
	"member_email" text NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	"decision" text,
	"note" text,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "access_review_items_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "access_reviews" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"started_by" uuid,
	"due_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"signature" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "access_reviews_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "review_every_months" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "suspend_inactive_days" integer;--> statement-breakpoint
ALTER TABLE "access_review_items" ADD CONSTRAINT "access_review_items_organization_id_review_id_access_reviews_organization_id_id_fk" FOREIGN KEY ("organization_id","review_id") REFERENCES "public"."access_reviews"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_items" ADD CONSTRAINT "access_review_items_organization_id_member_id_users_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."users"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_reviews" ADD CONSTRAINT "access_reviews_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_review_items_member" ON "access_review_items" USING btree ("organization_id","review_id","member_id");--> statement-breakpoint
CREATE INDEX "access_reviews_by_creation" ON "access_reviews" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_reviews_one_open" ON "access_reviews" USING btree ("organization_id") WHERE "access_reviews"."closed_at" is null;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_review_months" CHECK ("organizations"."review_every_months" between 0 and 12);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_inactive_days" CHECK ("organizations"."suspend_inactive_days" in (30, 60, 90));--> statement-breakpoint
SELECT protect_tenant_table('access_reviews');
--> statement-breakpoint
SELECT protect_tenant_table('access_review_items');
