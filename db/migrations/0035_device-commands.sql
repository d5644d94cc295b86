CREATE TABLE "device_commands" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"settings" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"problem" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "device_commands_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "device_commands_state" CHECK ("device_commands"."state" in ('queued', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "device_commands" ADD CONSTRAINT "device_commands_organization_id_device_id_devices_organization_id_id_fk" FOREIGN KEY ("organization_id","device_id") REFERENCES "public"."devices"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_commands_by_device" ON "device_commands" USING btree ("organization_id","device_id","created_at");--> statement-breakpoint
CREATE INDEX "device_commands_by_creation" ON "device_commands" USING btree ("organization_id","created_at");--> statement-breakpoint
SELECT protect_tenant_table('device_commands');
