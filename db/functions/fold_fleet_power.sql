CREATE OR REPLACE FUNCTION public.fold_fleet_power()
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH gone AS (DELETE FROM fleet_power WHERE organization_id = current_organization() RETURNING *)
  INSERT INTO fleet_power (organization_id, is_production, watts)
  SELECT organization_id, is_production, sum(watts) FROM gone GROUP BY 1, 2 HAVING sum(watts) <> 0
$function$;
