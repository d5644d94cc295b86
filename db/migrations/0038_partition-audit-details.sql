-- Details of audit events in a partition for each quarter of a year, so that what has outlived its time can
-- go as a whole. The key of the partitions is the event's id, which begins with its moment (UUID version 7,
-- RFC 9562 section 5.7): links and the primary key stay as they are.
ALTER TABLE audit_details RENAME TO audit_details_of_old;
--> statement-breakpoint
ALTER TABLE audit_details_of_old DROP CONSTRAINT audit_details_organization_id_event_id_audit_events_organization_id_id_fk;
--> statement-breakpoint
ALTER INDEX audit_details_organization_id_event_id_pk RENAME TO audit_details_of_old_pk;
--> statement-breakpoint
ALTER INDEX audit_details_search RENAME TO audit_details_of_old_search;
--> statement-breakpoint
CREATE TABLE audit_details (LIKE audit_details_of_old INCLUDING GENERATED) PARTITION BY RANGE (event_id);
--> statement-breakpoint
-- Takes what belongs to no quarter that was made: nothing is refused because a quarter is missing.
CREATE TABLE audit_details_elsewhen PARTITION OF audit_details DEFAULT;
--> statement-breakpoint
ALTER TABLE audit_details ADD CONSTRAINT audit_details_organization_id_event_id_pk PRIMARY KEY (organization_id, event_id);
--> statement-breakpoint
ALTER TABLE audit_details ADD CONSTRAINT audit_details_organization_id_event_id_audit_events_organization_id_id_fk
  FOREIGN KEY (organization_id, event_id) REFERENCES audit_events (organization_id, id);
--> statement-breakpoint
CREATE INDEX audit_details_search ON audit_details USING gin (organization_id, search_text gin_trgm_ops);
--> statement-breakpoint
-- The least UUID of version 7 of a moment, or what comes before it.
CREATE FUNCTION first_id_since(moment timestamptz) RETURNS uuid
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid $$;
--> statement-breakpoint
-- Makes the partition of each quarter from a moment's to the second after today's. One whose details have
-- come already, and so went elsewhere, is left out.
CREATE FUNCTION make_audit_partitions(since timestamptz) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  SET lock_timeout = '300ms'
  AS $$
DECLARE
  quarter timestamptz;
  ends timestamptz;
  name text;
  made integer := 0;
BEGIN
  IF since < now() - interval '3 years' THEN
    RAISE EXCEPTION 'No partition is made so far from today.';
  END IF;
  FOR quarter, ends IN
    SELECT q AT TIME ZONE 'UTC', (q + interval '3 months') AT TIME ZONE 'UTC'
    FROM generate_series(
      date_trunc('quarter', since AT TIME ZONE 'UTC'),
      date_trunc('quarter', now() AT TIME ZONE 'UTC') + interval '6 months', interval '3 months') q
  LOOP
    name := 'audit_details' || to_char(quarter AT TIME ZONE 'UTC', '_YYYY_MM');
    CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
    BEGIN
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.audit_details FOR VALUES FROM (%L) TO (%L)',
        name, public.first_id_since(quarter), public.first_id_since(ends));
    -- There are such details elsewhere, or somebody is writing: another day is as good.
    EXCEPTION WHEN check_violation OR lock_not_available THEN CONTINUE;
    END;
    PERFORM public.protect_tenant_table(('public.' || name)::regclass);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON public.%I FROM wattdesk_app', name);
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION make_audit_partitions(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION make_audit_partitions(timestamptz) TO wattdesk_app;
--> statement-breakpoint
SELECT make_audit_partitions(greatest(coalesce(min(created_at), now()), now() - interval '2 years 11 months')) FROM audit_events;
--> statement-breakpoint
ALTER TABLE audit_details_of_old NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO audit_details (organization_id, event_id, salt, actor_name, target_name, changes, reason, client_address)
SELECT organization_id, event_id, salt, actor_name, target_name, changes, reason, client_address FROM audit_details_of_old;
--> statement-breakpoint
DROP TABLE audit_details_of_old;
--> statement-breakpoint
SELECT protect_tenant_table('audit_details');
--> statement-breakpoint
SELECT protect_tenant_table('audit_details_elsewhen');
--> statement-breakpoint
REVOKE UPDATE, DELETE ON audit_details FROM wattdesk_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON audit_details_elsewhen FROM wattdesk_app;
--> statement-breakpoint
GRANT SELECT (organization_id, event_id, search_text), DELETE ON audit_details TO wattdesk_lookup;
--> statement-breakpoint
CREATE POLICY lookup ON audit_details FOR SELECT TO wattdesk_lookup USING (true);
--> statement-breakpoint
CREATE POLICY retention ON audit_details FOR DELETE TO wattdesk_lookup USING (organization_id = current_organization());
--> statement-breakpoint
-- The quarters of which the organization of the transaction may keep nothing any more by its own rule, and in
-- which nobody else has anything; and how many details each holds.
CREATE FUNCTION outlived_audit_partitions() RETURNS TABLE (partition regclass, details bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  organization uuid := public.current_organization();
  kept_since timestamptz := (SELECT now() - make_interval(months => retain_audit_months) FROM public.organizations WHERE id = organization);
  first_id uuid;
  after_id uuid;
BEGIN
  FOR partition, first_id, after_id IN
    SELECT c.oid::regclass, public.first_id_since(q.quarter), public.first_id_since(q.ends)
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      CROSS JOIN LATERAL (SELECT to_date(right(c.relname, 7), 'YYYY_MM')::timestamp AS starts) month
      CROSS JOIN LATERAL (SELECT starts AT TIME ZONE 'UTC' AS quarter, (starts + interval '3 months') AT TIME ZONE 'UTC' AS ends) q
    WHERE i.inhparent = 'public.audit_details'::regclass AND c.relname ~ '_[0-9]{4}_[0-9]{2}$' AND q.ends <= kept_since
  LOOP
    -- Two looks at the ends of an index, where a search for another organization would read it all.
    CONTINUE WHEN organization <> ANY (ARRAY(
      (SELECT d.organization_id FROM public.audit_details d WHERE d.event_id >= first_id AND d.event_id < after_id ORDER BY d.organization_id LIMIT 1)
      UNION ALL
      (SELECT d.organization_id FROM public.audit_details d WHERE d.event_id >= first_id AND d.event_id < after_id ORDER BY d.organization_id DESC LIMIT 1)));
    details := (SELECT count(*) FROM public.audit_details d WHERE d.event_id >= first_id AND d.event_id < after_id);
    RETURN NEXT;
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO wattdesk_lookup;
--> statement-breakpoint
ALTER FUNCTION outlived_audit_partitions() OWNER TO wattdesk_lookup;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM wattdesk_lookup;
--> statement-breakpoint
REVOKE ALL ON FUNCTION outlived_audit_partitions() FROM PUBLIC;
--> statement-breakpoint
-- Drops those quarters; what others share in goes row by row. It waits for nobody, since whoever waits for
-- the lock of a whole table makes everybody wait behind it.
CREATE FUNCTION drop_outlived_audit_partitions() RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public
  SET lock_timeout = '300ms'
  AS $$
DECLARE
  outlived record;
  erased bigint := 0;
BEGIN
  FOR outlived IN SELECT * FROM public.outlived_audit_partitions() LOOP
    BEGIN
      EXECUTE format('DROP TABLE %s', outlived.partition);
      erased := erased + outlived.details;
    EXCEPTION WHEN lock_not_available THEN EXIT;
    END;
  END LOOP;
  RETURN erased;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION drop_outlived_audit_partitions() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION drop_outlived_audit_partitions() TO wattdesk_app;
