CREATE TABLE "charging_sessions" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"plugged_in_at" timestamp (3) with time zone NOT NULL,
	"unplugged_at" timestamp (3) with time zone,
	"initial_level" integer,
	"final_level" integer,
	"target_level" integer,
	"deadline" text,
	"energy_wh" real DEFAULT 0 NOT NULL,
	"highest_power_w" integer DEFAULT 0 NOT NULL,
	"charging_seconds" integer DEFAULT 0 NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "charging_sessions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "charging_sessions" ADD CONSTRAINT "charging_sessions_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charging_sessions_by_device" ON "charging_sessions" USING btree ("organization_id","device_id","plugged_in_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "charging_sessions_one_open" ON "charging_sessions" USING btree ("organization_id","device_id") WHERE unplugged_at is null;--> statement-breakpoint
SELECT protect_tenant_table('charging_sessions');
