ALTER TABLE "webhook_deliveries" ADD COLUMN "merge_key" text;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "includes_record" boolean DEFAULT false NOT NULL;
