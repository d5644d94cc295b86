ALTER TABLE "audit_streams" ADD COLUMN "secret_seen_by" uuid;--> statement-breakpoint
ALTER TABLE "audit_streams" ADD COLUMN "rotation_due_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "is_audit_stream_to_rotate" boolean DEFAULT false NOT NULL;