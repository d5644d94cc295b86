CREATE OR REPLACE FUNCTION public.rebuild_lists(organization uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE users SET search_text = end_user_search_text(users), search_lexemes = lexemes_of(end_user_search_text(users)), search_version = search_version()
  WHERE organization_id = organization AND search_version IS DISTINCT FROM search_version();
  UPDATE buildings SET search_text = building_search_text(buildings), search_lexemes = lexemes_of(building_search_text(buildings)), search_version = search_version()
  WHERE organization_id = organization AND search_version IS DISTINCT FROM search_version();
  UPDATE users u SET building_count = f.buildings, contract_count = f.contracts,
    device_count = f.devices, disconnected_device_count = f.disconnected
  FROM (
    SELECT p.id, coalesce(b.count, 0) AS buildings, coalesce(c.count, 0) AS contracts,
      coalesce(d.count, 0) AS devices, coalesce(d.disconnected, 0) AS disconnected
    FROM users p
    LEFT JOIN (SELECT user_id, count(*)::integer FROM buildings
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) b ON b.user_id = p.id
    LEFT JOIN (SELECT user_id, count(*)::integer FROM energy_contracts
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) c ON c.user_id = p.id
    LEFT JOIN (SELECT user_id, count(*)::integer, count(*) FILTER (WHERE connection_state = 'disconnected')::integer AS disconnected FROM devices
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY user_id) d ON d.user_id = p.id
    WHERE p.organization_id = organization AND p.role = 'user') f
  WHERE u.organization_id = organization AND u.id = f.id
    AND (u.building_count, u.contract_count, u.device_count, u.disconnected_device_count)
      IS DISTINCT FROM (f.buildings, f.contracts, f.devices, f.disconnected);
  UPDATE buildings t SET contract_count = f.contracts, device_count = f.devices
  FROM (
    SELECT p.id, coalesce(c.count, 0) AS contracts, coalesce(d.count, 0) AS devices
    FROM buildings p
    LEFT JOIN (SELECT building_id, count(*)::integer FROM energy_contracts
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY building_id) c ON c.building_id = p.id
    LEFT JOIN (SELECT building_id, count(*)::integer FROM devices
      WHERE organization_id = organization AND deleted_at IS NULL GROUP BY building_id) d ON d.building_id = p.id
    WHERE p.organization_id = organization) f
  WHERE t.organization_id = organization AND t.id = f.id
    AND (t.contract_count, t.device_count) IS DISTINCT FROM (f.contracts, f.devices);
  DELETE FROM list_counts WHERE organization_id = organization;
  INSERT INTO list_counts (organization_id, list, facet, count)
    SELECT organization, 'end-user', facet, count(*) FROM users
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet
    UNION ALL SELECT organization, 'building', facet, count(*) FROM buildings
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet
    UNION ALL SELECT organization, 'device', facet, count(*) FROM devices
      WHERE organization_id = organization AND facet IS NOT NULL GROUP BY facet;
  INSERT INTO device_models (organization_id, number, kind, manufacturer, model)
    SELECT DISTINCT organization_id, device_model_number(kind, manufacturer, model), kind, manufacturer, model
    FROM devices WHERE organization_id = organization ON CONFLICT DO NOTHING;
  INSERT INTO search_words (organization_id, word)
    SELECT DISTINCT organization_id, w FROM users, words_of_person(first_name, concat_ws(' ', company_name, last_name), street_and_number, town) w
    WHERE organization_id = organization AND role = 'user' AND deleted_at IS NULL ON CONFLICT DO NOTHING;
END
$function$;
