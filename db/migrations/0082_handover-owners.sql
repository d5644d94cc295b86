ALTER TABLE "departures" ADD COLUMN "case_owner_name" text;--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "client_owner_name" text;--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "view_owner_name" text;--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "access_owner_name" text;