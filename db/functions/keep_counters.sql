CREATE OR REPLACE FUNCTION public.keep_counters(organization uuid, owner uuid, building uuid, of text, by integer, disconnected_by integer)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE users SET
    building_count = building_count + CASE of WHEN 'buildings' THEN by ELSE 0 END,
    contract_count = contract_count + CASE of WHEN 'energy_contracts' THEN by ELSE 0 END,
    device_count = device_count + CASE of WHEN 'devices' THEN by ELSE 0 END,
    disconnected_device_count = disconnected_device_count + disconnected_by
  WHERE organization_id = organization AND id = owner AND (by <> 0 OR disconnected_by <> 0);
  UPDATE buildings SET
    contract_count = contract_count + CASE of WHEN 'energy_contracts' THEN by ELSE 0 END,
    device_count = device_count + CASE of WHEN 'devices' THEN by ELSE 0 END
  WHERE organization_id = organization AND id = building AND by <> 0;
END
$function$;
