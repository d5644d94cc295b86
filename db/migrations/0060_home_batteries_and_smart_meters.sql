CREATE TABLE "home_batteries" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"battery_charge_discharge_power_w" integer,
	"battery_charge_level_percent" integer,
	"battery_capacity_kwh" double precision,
	"min_battery_charge" integer,
	"max_battery_charge" integer,
	"battery_policy" text,
	"user_limits_enabled" boolean,
	CONSTRAINT "home_batteries_organization_id_device_id_pk" PRIMARY KEY("organization_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "smart_meters" (
	"organization_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"current_power_to_grid_w" integer,
	"imported_energy_kwh" double precision,
	"exported_energy_kwh" double precision,
	"meter_id" varchar(33),
	CONSTRAINT "smart_meters_organization_id_device_id_pk" PRIMARY KEY("organization_id","device_id")
);
--> statement-breakpoint
ALTER TABLE "devices" DROP CONSTRAINT "devices_kind";--> statement-breakpoint
ALTER TABLE "home_batteries" ADD CONSTRAINT "home_batteries_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smart_meters" ADD CONSTRAINT "smart_meters_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_kind" CHECK ("devices"."kind" in ('heat_pump', 'electric_vehicle', 'solar_inverter', 'wallbox', 'home_battery', 'smart_meter')) NOT VALID;--> statement-breakpoint
SELECT protect_tenant_table('home_batteries');--> statement-breakpoint
SELECT protect_tenant_table('smart_meters');
