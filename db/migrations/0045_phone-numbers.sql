ALTER TABLE "organizations" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "phone_international" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "phone_extension" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "phone_country" text;