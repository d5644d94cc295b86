CREATE OR REPLACE FUNCTION public.owners_by_number(words jsonb, has_serials boolean, is_nothing_found boolean, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  organization uuid := public.current_organization();
  typed text := words #>> '{0,0}';
  meter text;
BEGIN
  IF jsonb_array_length(words) <> 1 THEN RETURN; END IF;
  IF typed ~ '^#[0-9]{1,9}$' OR is_nothing_found AND typed ~ '^[0-9]{1,9}$' THEN
    RETURN QUERY SELECT c.user_id FROM public.cases c
      WHERE c.organization_id = organization AND c.number = ltrim(typed, '#')::integer AND c.user_id IS NOT NULL;
  END IF;
  FOR meter IN SELECT DISTINCT public.meter_key(word) FROM jsonb_array_elements_text(words -> 0) word
    WHERE public.meter_key(word) ~ '^[a-z]{0,2}[0-9]{8,}$' AND NOT EXISTS (
      SELECT FROM jsonb_array_elements_text(words -> 0) shorter
      WHERE shorter <> word AND shorter ~ '^[0-9]{8,}$' AND position(shorter IN public.meter_key(word)) > 0)
  LOOP
    RETURN QUERY EXECUTE format('SELECT user_id FROM public.energy_contracts WHERE organization_id = $1 AND deleted_at IS NULL AND public.meter_key(meter_id) LIKE %L LIMIT $2',
      '%' || meter || '%') USING organization, most;
    RETURN QUERY EXECUTE format('SELECT d.user_id FROM public.smart_meters m JOIN public.devices d ON d.organization_id = m.organization_id AND d.id = m.device_id
        WHERE m.organization_id = $1 AND d.deleted_at IS NULL AND public.meter_key(m.meter_id) LIKE %L LIMIT $2',
      '%' || meter || '%') USING organization, most;
  END LOOP;
  IF has_serials AND length(typed) > 3 AND typed ~ '[0-9]' AND (is_nothing_found OR typed !~ '^0[0-9 ]{8,}$') THEN
    RETURN QUERY EXECUTE format('SELECT user_id FROM public.devices WHERE organization_id = $1 AND deleted_at IS NULL AND %s LIMIT $2',
      public.serial_condition(words)) USING organization, most;
  END IF;
END
$function$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.search_devices(serial_words jsonb, owner_words jsonb, filters jsonb, most integer)
 RETURNS TABLE(id uuid, sort_value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT id, min(sort_value) FROM (
      (SELECT id, ''1'' || model_sort AS sort_value FROM public.devices
        WHERE organization_id = $1 AND deleted_at IS NULL AND %s AND %s LIMIT $2)
      UNION ALL SELECT * FROM public.search_by_owner(''devices'', ''model_sort'', $3, $4, $2)) found
    GROUP BY id LIMIT $2',
    CASE WHEN jsonb_array_length(serial_words) = 0 OR public.is_case_number(serial_words) THEN 'false' ELSE public.serial_condition(serial_words) END,
    public.filter_condition(filters))
    USING public.current_organization(), most, owner_words, filters;
END
$function$;

alter function search_devices(jsonb,jsonb,jsonb,integer) owner to wattdesk_lookup;

revoke all on function search_devices(jsonb,jsonb,jsonb,integer) from public;

grant execute on function search_devices(jsonb,jsonb,jsonb,integer) to wattdesk_app;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.serial_condition(words jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  -- A number alone is found without its hyphens and spaces, too: those of a type plate are rarely typed.
  SELECT CASE WHEN jsonb_array_length(words) = 1 AND key ~ '[0-9]' AND length(key) > 3 THEN
      format('(%s OR serial_search LIKE %L OR serial_search ~ ''[^a-z0-9]'' AND public.meter_key(serial_search) LIKE %2$L)', condition, '%' || key || '%')
    ELSE condition END
  FROM (SELECT public.fragment_condition(words, 'serial_search') AS condition, public.meter_key(words #>> '{0,0}') AS key) typed
$function$;
