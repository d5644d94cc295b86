CREATE TABLE "webhook_deliveries" (
	"organization_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"webhook_id" uuid NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"next_try_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_try_at" timestamp (3) with time zone,
	"last_error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_deliveries_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "webhook_deliveries_state" CHECK ("webhook_deliveries"."state" in ('queued', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"events" text[] NOT NULL,
	"encrypted_secret" "bytea" NOT NULL,
	"encrypted_old_secret" "bytea",
	"old_secret_until" timestamp (3) with time zone,
	"secret_seen_by" uuid,
	"rotation_due_since" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "webhooks_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organization_id_webhook_id_webhooks_organization_id_id_fk" FOREIGN KEY ("organization_id","webhook_id") REFERENCES "public"."webhooks"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_webhook" ON "webhook_deliveries" USING btree ("organization_id","webhook_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("organization_id","next_try_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_creation" ON "webhook_deliveries" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "webhooks_by_creation" ON "webhooks" USING btree ("organization_id","created_at","id");--> statement-breakpoint
SELECT protect_tenant_table('webhooks');
--> statement-breakpoint
SELECT protect_tenant_table('webhook_deliveries');
--> statement-breakpoint
-- Writes down messages for the webhooks that ask for their types, and has them sent.
CREATE FUNCTION queue_webhook_messages(messages jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public
  AS $$
DECLARE
  organization uuid;
BEGIN
  FOR organization IN
    WITH queued AS (
      INSERT INTO webhook_deliveries (organization_id, webhook_id, type, data)
        SELECT w.organization_id, w.id, m.type, m.data
        FROM jsonb_to_recordset(messages) m (type text, data jsonb)
        JOIN webhooks w ON m.type = ANY (w.events) AND w.disabled_at IS NULL
          AND w.organization_id = (m.data ->> 'organization_id')::uuid
        RETURNING organization_id)
    SELECT DISTINCT organization_id FROM queued
  LOOP
    PERFORM enqueue_job('deliver-webhooks', json_build_object('organizationId', organization),
      'webhooks-' || organization);
  END LOOP;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION queue_webhook_messages(jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION queue_webhook_messages(jsonb) TO wattdesk_app;
--> statement-breakpoint
-- What a change of a device's connection tells. A device that comes to be has no news of its connection.
CREATE FUNCTION tell_connection_changes() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM webhooks WHERE disabled_at IS NULL AND organization_id IN (SELECT organization_id FROM changed)) THEN
    RETURN NULL;
  END IF;
  PERFORM queue_webhook_messages((
    SELECT coalesce(jsonb_agg(jsonb_build_object('type', t.type, 'data', jsonb_build_object(
      'organization_id', c.organization_id, 'device_id', c.device_id, 'user_id', c.user_id,
      'manufacturer', c.manufacturer, 'connection', c.after, 'reason', c.reason,
      'changed_at', to_char(c.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))), '[]'::jsonb)
    FROM changed c
    CROSS JOIN LATERAL (
      SELECT 'device.connected' AS type WHERE c.after = 'connected'
      UNION ALL SELECT 'device.disconnected' WHERE c.after IN ('disconnected', 'error')
      UNION ALL SELECT 'device.needs_reconnection' WHERE c.after = 'disconnected') t
    WHERE c.before IS NOT NULL));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER tell_changes AFTER INSERT ON connection_changes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_connection_changes();
