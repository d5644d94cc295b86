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
