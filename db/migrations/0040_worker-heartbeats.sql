CREATE TABLE "worker_heartbeats" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- Readiness reads when a worker was last heard of and which migrations have run.
GRANT SELECT ON worker_heartbeats TO wattdesk_app;
--> statement-breakpoint
GRANT USAGE ON SCHEMA drizzle TO wattdesk_app;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO wattdesk_app;
