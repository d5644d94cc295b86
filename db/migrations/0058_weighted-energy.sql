ALTER TABLE "solar_inverters" ADD COLUMN "production_last_day_coverage" real;--> statement-breakpoint
ALTER TABLE "solar_inverters" ADD COLUMN "production_last_week_coverage" real;--> statement-breakpoint
ALTER TABLE "solar_inverters" ADD COLUMN "production_last_month_coverage" real;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "consumption_last_day_coverage" real;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "consumption_last_week_coverage" real;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "consumption_last_month_coverage" real;--> statement-breakpoint
ALTER TABLE "daily_readings" ADD COLUMN "energy_wh" double precision;--> statement-breakpoint
ALTER TABLE "daily_readings" ADD COLUMN "covered_seconds" integer;--> statement-breakpoint
ALTER TABLE "daily_readings" ADD COLUMN "household_energy_wh" double precision;--> statement-breakpoint
ALTER TABLE "daily_readings" ADD COLUMN "household_covered_seconds" integer;--> statement-breakpoint
ALTER TABLE "hourly_readings" ADD COLUMN "active_seconds" integer;--> statement-breakpoint
ALTER TABLE "hourly_readings" ADD COLUMN "energy_wh" double precision;--> statement-breakpoint
ALTER TABLE "hourly_readings" ADD COLUMN "covered_seconds" integer;--> statement-breakpoint
ALTER TABLE "hourly_readings" ADD COLUMN "household_energy_wh" double precision;--> statement-breakpoint
ALTER TABLE "hourly_readings" ADD COLUMN "household_covered_seconds" integer;