-- without transaction
ALTER TABLE "energy_contracts" ALTER COLUMN "meter_id" SET DATA TYPE varchar(33);--> statement-breakpoint
ALTER TABLE "energy_contracts" ADD COLUMN IF NOT EXISTS "metering_kind" text;--> statement-breakpoint
-- Contracts are compared by meter point now; lib/customers/energy-contracts/contract-overlap.ts does it.
ALTER TABLE "energy_contracts" DROP CONSTRAINT IF EXISTS "energy_contracts_no_overlap";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "energy_contracts_by_meter";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "energy_contracts_by_meter" ON "energy_contracts" USING btree ("organization_id","meter_id") WHERE meter_id is not null and deleted_at is null;
