CREATE TABLE "day_ahead_prices" (
	"feed" text NOT NULL,
	"price_zone" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"price_per_mwh" double precision NOT NULL,
	"currency" text NOT NULL,
	"source" text NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "day_ahead_prices_feed_price_zone_starts_at_pk" PRIMARY KEY("feed","price_zone","starts_at")
);
--> statement-breakpoint
-- No row-level security: a market has the same prices for all organizations.
GRANT SELECT, INSERT, UPDATE ON day_ahead_prices TO wattdesk_app;
