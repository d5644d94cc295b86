ALTER TABLE "daily_readings" ADD COLUMN "given_energy_wh" double precision;--> statement-breakpoint
ALTER TABLE "hourly_readings" ADD COLUMN "given_energy_wh" double precision;