ALTER TABLE "daily_readings" ADD COLUMN "is_optimized" boolean;--> statement-breakpoint
ALTER TABLE "hourly_readings" ADD COLUMN "is_optimized" boolean;